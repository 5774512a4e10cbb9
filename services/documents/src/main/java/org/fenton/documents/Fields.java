package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lenient reading of a release's line: documents of this project's own making, where an absent field is empty. */
final class Fields {
    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    String text(String name) {
        return node.path(name).asText("");
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        node.path(name).forEach(value -> values.add(value.asText()));
        return values;
    }

    Set<String> set(String name) {
        return new TreeSet<>(texts(name));
    }

    List<Fields> objects(String name) {
        List<Fields> values = new ArrayList<>();
        node.path(name).forEach(value -> values.add(new Fields(value)));
        return values;
    }

    Fields object(String name) {
        return new Fields(node.path(name));
    }

    Map<String, String> strings(String name) {
        Map<String, String> values = new HashMap<>();
        node.path(name)
                .properties()
                .forEach(member -> values.put(member.getKey(), member.getValue().asText()));
        return values;
    }

    /** The text members of this object that are named, without the absent ones. */
    Map<String, String> some(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            if (node.hasNonNull(name)) {
                values.put(name, node.get(name).asText());
            }
        }
        return values;
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    /** Some lines carry one source as text, some a list: both read as one text. */
    String joined(String name) {
        return node.path(name).isArray() ? String.join("; ", texts(name)) : text(name);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String value = text(name);
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "field '" + name + "' of line " + node.path("type").asText() + " "
                            + node.path("id").asText() + ": '" + value + "' is none of "
                            + List.of(type.getEnumConstants()));
        }
    }
}
