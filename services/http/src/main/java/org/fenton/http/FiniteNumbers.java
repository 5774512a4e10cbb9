package org.fenton.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Doubles are finite JSON numbers in both directions: Jackson by itself reads "NaN" and 1e999, and writes both. */
final class FiniteNumbers {
    private FiniteNumbers() {}

    static SimpleModule module() {
        Writer writer = new Writer();
        return new SimpleModule("fenton-finite-numbers")
                .addSerializer(Double.class, writer)
                .addSerializer(double.class, writer)
                .addDeserializer(Double.class, new Reader(Double.class))
                .addDeserializer(double.class, new Reader(double.class));
    }

    private static final class Writer extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                throw new IllegalStateException("an answer held a number that is not finite: " + value);
            }
            out.writeNumber(value);
        }
    }

    private static final class Reader extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        private final Class<?> type;

        Reader(Class<?> type) {
            super(type);
            this.type = type;
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonToken token = in.currentToken();
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                double value = in.getDoubleValue();
                if (Double.isFinite(value)) {
                    return value;
                }
            }
            return context.reportInputMismatch(type, "not a finite number");
        }

        /** A primitive has no way to be missing, so a missing or null one is refused rather than read as zero. */
        @Override
        public Double getNullValue(DeserializationContext context) throws JsonMappingException {
            return type.isPrimitive() ? context.reportInputMismatch(type, "not a finite number") : null;
        }
    }
}
