package org.fenton.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import org.fenton.http.Problem.Fault;

/** Bean validation in the words of the request: a pointer into the body, or the parameter's name. */
final class ConstraintFaults {
    private ConstraintFaults() {}

    static Problem problem(ConstraintViolationException failure) {
        List<Fault> faults = failure.getConstraintViolations().stream()
                .map(violation -> new Fault(place(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::detail))
                .toList();
        return Problem.of(ProblemType.INVALID_REQUEST, faults.size() + " value(s) out of bounds", faults);
    }

    /** A return value that breaks its own constraints is our fault, never the caller's. */
    static boolean blamesTheAnswer(ConstraintViolationException failure) {
        if (failure.getConstraintViolations() == null) {
            return true;
        }
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String place(ConstraintViolation<?> violation) {
        String property = "";
        for (Path.Node node : violation.getPropertyPath()) {
            property = node.getName();
        }
        String query = queryName(violation.getLeafBean(), property);
        return query == null ? pointer(violation.getPropertyPath()) : "?" + query;
    }

    /** The query parameter behind a field of a parameter bean, or null for a field of a body. */
    private static String queryName(Object bean, String property) {
        if (bean == null || property == null) {
            return null;
        }
        try {
            QueryParam query = bean.getClass().getField(property).getAnnotation(QueryParam.class);
            return query == null ? null : query.value();
        } catch (NoSuchFieldException notAField) {
            return null;
        }
    }

    private static String pointer(Path path) {
        StringBuilder properties = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR -> {}
                case PARAMETER -> parameter = node.getName();
                default -> {
                    if (node.getIndex() != null) {
                        properties.append('/').append(node.getIndex());
                    } else if (node.getKey() != null) {
                        properties
                                .append('/')
                                .append(JsonFaults.escape(node.getKey().toString()));
                    }
                    if (node.getKind() == ElementKind.PROPERTY) {
                        properties.append('/').append(JsonFaults.escape(node.getName()));
                    }
                }
            }
        }
        return properties.isEmpty() ? "?" + parameter : properties.toString();
    }
}
