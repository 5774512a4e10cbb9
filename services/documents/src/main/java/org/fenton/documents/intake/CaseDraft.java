package org.fenton.documents.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseReader;

/**
 * A {@code fenton-case/1} document made from a document of another standard. It remembers where each part came from, so
 * that what is refused of the case is said of the place in the sender's own document.
 */
public final class CaseDraft {
    /** What a problem touches: without the tumour or its state nothing can be ranked, without a lab value it can. */
    public enum Part {
        TUMOUR,
        STATE,
        PATIENT
    }

    /** Something of the sender's document that cannot be used as it stands. */
    public record Obstacle(Part part, String place, String detail, String suggestion) {}

    /** Something of the sender's document that has no place in a case; the ranking does not know of it. */
    public record Unused(String place, String detail) {}

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final TreeMap<String, String> places = new TreeMap<>();
    private final List<Obstacle> problems = new ArrayList<>();
    private final List<Unused> unused = new ArrayList<>();

    public CaseDraft() {
        root.put("format", CaseReader.FORMAT);
    }

    public void put(String field, JsonNode value, String place) {
        root.set(field, value);
        places.put("/" + field, place);
    }

    public void put(String field, String value, String place) {
        put(field, JsonNodeFactory.instance.textNode(value), place);
    }

    public boolean has(String field) {
        return root.has(field);
    }

    /** Appends to a list, which is made by {@link #list} or here. */
    public void add(String field, JsonNode value, String place) {
        ArrayNode list = root.withArray("/" + field);
        places.put("/" + field + "/" + list.size(), place);
        list.add(value);
    }

    /** States that the list was given, even if it stays empty: nothing is not the same as not given. */
    public void list(String field) {
        root.withArray("/" + field);
    }

    /** Takes an empty list out again: it would say "none" where nobody knows. */
    public void withoutEmpty(String field) {
        if (root.path(field).isArray() && root.path(field).isEmpty()) {
            root.remove(field);
        }
    }

    public ObjectNode object(String field, String place) {
        places.putIfAbsent("/" + field, place);
        return root.withObject("/" + field);
    }

    /** Where {@code pointer} of the case came from. */
    public void from(String pointer, String place) {
        places.put(pointer, place);
    }

    public void problem(Part part, String place, String detail, String suggestion) {
        problems.add(new Obstacle(part, place, detail, suggestion));
    }

    public void unused(String place, String detail) {
        unused.add(new Unused(place, detail));
    }

    public List<Obstacle> problems() {
        return List.copyOf(problems);
    }

    public List<Unused> unused() {
        return List.copyOf(unused);
    }

    /** The place in the sender's document that {@code pointer}, or the nearest part above it, was read from. */
    public String placeOf(String pointer, String otherwise) {
        for (String at = pointer; at.startsWith("/"); at = at.substring(0, at.lastIndexOf('/'))) {
            String place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return otherwise;
    }

    public boolean hasActivities() {
        return root.at("/reported/activities").size() > 0;
    }

    public ObjectNode node() {
        return root;
    }

    public byte[] bytes() {
        return CanonicalJson.write(root).getBytes(StandardCharsets.UTF_8);
    }
}
