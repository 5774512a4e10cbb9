package org.fenton.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.fenton.http.Problem.Fault;

/** A body Jackson refused, told with the place and what would be right, without Jackson's class names. */
final class JsonFaults {
    private JsonFaults() {}

    static Problem problem(JsonProcessingException failure) {
        if (failure.getCause() instanceof StreamReadException syntax) {
            return problem(syntax);
        }
        if (isBeyondLimits(failure)) {
            return Problem.of(
                    ProblemType.INVALID_REQUEST, "the body nests deeper, or holds a longer word, than is read");
        }
        if (failure instanceof DatabindException databind) {
            Fault fault = fault(databind);
            String detail = fault.pointer().isEmpty() ? fault.detail() : fault.pointer() + ": " + fault.detail();
            return Problem.of(ProblemType.INVALID_REQUEST, detail, List.of(fault));
        }
        String where = failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
        return Problem.of(ProblemType.MALFORMED_JSON, "the body stops being JSON" + where);
    }

    /** Writing an answer fails with the same exceptions as reading a body does; only reading is the caller's fault. */
    static boolean blamesTheBody(JsonProcessingException failure) {
        return failure instanceof StreamReadException
                || isBeyondLimits(failure)
                || failure.getCause() instanceof StreamReadException
                || failure instanceof MismatchedInputException
                || refusedByItsRecord(failure);
    }

    private static boolean isBeyondLimits(JsonProcessingException failure) {
        return failure instanceof StreamConstraintsException
                || failure.getCause() instanceof StreamConstraintsException;
    }

    private static boolean refusedByItsRecord(JsonProcessingException failure) {
        return failure instanceof ValueInstantiationException && failure.getCause() instanceof IllegalArgumentException;
    }

    private static Fault fault(DatabindException failure) {
        String pointer = pointer(failure);
        if (failure instanceof UnrecognizedPropertyException unknown) {
            Collection<String> names = unknown.getKnownPropertyIds() == null
                    ? List.of()
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList();
            List<String> close = CloseNames.of(unknown.getPropertyName(), names);
            String suggestion = String.join(", ", close.isEmpty() ? names : close);
            return new Fault(pointer, "unknown field '" + unknown.getPropertyName() + "'", suggestion);
        }
        if (failure instanceof InvalidFormatException format) {
            return format(pointer, format);
        }
        if (refusedByItsRecord(failure)) {
            return new Fault(pointer, failure.getCause().getMessage());
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return new Fault(pointer, "not " + expected(mismatch.getTargetType()), expected(mismatch.getTargetType()));
        }
        return new Fault(pointer, "not what this field holds");
    }

    private static Fault format(String pointer, InvalidFormatException format) {
        String given = String.valueOf(format.getValue());
        Class<?> target = format.getTargetType();
        if (target == null || !target.isEnum()) {
            return new Fault(pointer, "'" + given + "' is not " + expected(target), expected(target));
        }
        List<String> allowed =
                Arrays.stream(target.getEnumConstants()).map(Object::toString).toList();
        List<String> close = CloseNames.of(given, allowed);
        return new Fault(
                pointer,
                "'" + given + "' is not one of " + String.join(", ", allowed),
                close.isEmpty() ? null : String.join(", ", close));
    }

    private static String expected(Class<?> target) {
        if (target == null) {
            return "a value of the expected type";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target == int.class || target == Integer.class || target == long.class || target == Long.class) {
            return "an integer";
        }
        if (target == double.class || target == Double.class || Number.class.isAssignableFrom(target)) {
            return "a finite number";
        }
        if (target == String.class) {
            return "a text";
        }
        if (target.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(target.getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        }
        if (target.isArray() || Collection.class.isAssignableFrom(target)) {
            return "an array";
        }
        return target.getName().startsWith("java.time") ? "an ISO 8601 date or time" : "an object";
    }

    private static String pointer(DatabindException failure) {
        StringBuilder pointer = new StringBuilder();
        if (failure instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
                pointer.append('/').append(escape(name));
            }
        }
        return pointer.toString();
    }

    /** RFC 6901: {@code ~} and {@code /} inside a name are written {@code ~0} and {@code ~1}. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
