package org.fenton.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** No text of a body holds a NUL: PostgreSQL keeps none, and refuses it with a server error. See {@link AddressCheck}. */
final class TextWithoutNul extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    static SimpleModule module() {
        return new SimpleModule("fenton-text").addDeserializer(String.class, new TextWithoutNul());
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
        String text = super.deserialize(in, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw context.instantiationException(
                    String.class, new IllegalArgumentException("holds a NUL character (\\u0000)"));
        }
        return text;
    }
}
