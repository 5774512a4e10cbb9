package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fenton.core.knowledge.CloseNames;

/** Strict reading of a user's object: every problem is collected with its JSON pointer, none stops the others. */
final class Strict {
    private final JsonNode node;
    private final String pointer;
    private final List<DocumentException.Problem> problems;

    Strict(JsonNode node, String pointer, List<DocumentException.Problem> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
        if (!node.isObject()) {
            problem("", "an object is expected, not " + kind(node), "");
        }
    }

    void allow(String... names) {
        Set<String> known = new TreeSet<>(Arrays.asList(names));
        node.properties().forEach(member -> {
            if (!known.contains(member.getKey())) {
                List<String> close = CloseNames.of(member.getKey(), known);
                problem(
                        "/" + escaped(member.getKey()),
                        "unknown field",
                        close.isEmpty() ? "known: " + String.join(", ", known) : "did you mean " + close.get(0) + "?");
            }
        });
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    void problem(String place, String detail, String suggestion) {
        problems.add(new DocumentException.Problem(pointer + place, detail, suggestion));
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem("/" + name, "a text that is not blank is expected, not " + kind(value), "");
            return Optional.empty();
        }
        return Optional.of(value.textValue().strip());
    }

    /** Whether nothing of the whole document was a problem so far. */
    boolean isSound() {
        return problems.isEmpty();
    }

    String required(String name) {
        if (!has(name)) {
            problem("/" + name, "is missing", "");
            return "";
        }
        return text(name).orElse("");
    }

    OptionalDouble number(String name) {
        if (!has(name)) {
            return OptionalDouble.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            problem("/" + name, "a finite number is expected, not " + kind(value), "");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value.doubleValue());
    }

    Optional<Boolean> flag(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isBoolean()) {
            problem("/" + name, "true or false is expected, not " + kind(node.get(name)), "");
            return Optional.empty();
        }
        return Optional.of(node.get(name).booleanValue());
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return oneOf(name, Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    /** @param word what a document calls it, in capitals; case does not matter there */
    <T> Optional<T> oneOf(String name, List<T> known, Function<T, String> word) {
        return text(name).flatMap(value -> {
            for (T each : known) {
                if (word.apply(each).equals(value.toUpperCase(Locale.ROOT))) {
                    return Optional.of(each);
                }
            }
            problem("/" + name, "'" + value + "' is not known", "one of " + known);
            return Optional.empty();
        });
    }

    Optional<List<String>> texts(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        JsonNode array = node.get(name);
        if (!array.isArray()) {
            problem("/" + name, "a list of texts is expected, not " + kind(array), "");
        }
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            if (array.get(i).isTextual() && !array.get(i).textValue().isBlank()) {
                values.add(array.get(i).textValue().strip());
            } else {
                problem("/" + name + "/" + i, "a text that is not blank is expected", "");
            }
        }
        return Optional.of(values);
    }

    <T> List<T> objects(String name, BiFunction<Strict, String, Optional<T>> read) {
        List<T> values = new ArrayList<>();
        if (has(name)) {
            JsonNode array = node.get(name);
            if (!array.isArray()) {
                problem("/" + name, "a list is expected, not " + kind(array), "");
            }
            for (int i = 0; array.isArray() && i < array.size(); i++) {
                String place = pointer + "/" + name + "/" + i;
                read.apply(new Strict(array.get(i), place, problems), place).ifPresent(values::add);
            }
        }
        return values;
    }

    Strict object(String name) {
        return new Strict(node.get(name), pointer + "/" + name, problems);
    }

    JsonNode raw() {
        return node;
    }

    /** A member name as a step of a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING ->
                value.textValue().isBlank() ? "a blank text" : "the text '" + shortened(value.textValue()) + "'";
            case NUMBER -> "the number " + value.asText();
            case NULL, MISSING -> "nothing";
            case BOOLEAN -> value.asText();
            default -> "an " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
