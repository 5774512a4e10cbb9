package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to change of a case before ranking it again.
 *
 * @param patch a JSON merge patch (RFC 7396) to the case document; empty when nothing of it changes
 * @param activities replaced in the state, also in one that was inferred from a profile
 * @param search whether to look for the smallest change that flips the top
 */
public record WhatIf(ObjectNode patch, List<Change> activities, boolean search) {
    private static final int MOST_ACTIVITIES = 200;

    /** @param score empty: as if it had not been measured */
    public record Change(String network, String source, OptionalDouble score) {}

    /** @throws DocumentException with every problem of the document */
    public static WhatIf read(byte[] utf8) {
        List<DocumentException.Problem> problems = new ArrayList<>();
        Strict document = new Strict(Json.parse(utf8), "", problems);
        refuse(problems);
        document.allow("case", "activities", "search");
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        if (document.has("case")) {
            JsonNode given = document.object("case").raw();
            if (given instanceof ObjectNode object) {
                patch = object;
            }
        }
        List<Change> activities = document.objects("activities", WhatIf::change);
        if (activities.size() > MOST_ACTIVITIES) {
            document.problem("/activities", "at most " + MOST_ACTIVITIES + " are changed at once", "");
        }
        boolean search = document.flag("search").orElse(false);
        if (patch.isEmpty() && activities.isEmpty() && !search) {
            document.problem(
                    "", "nothing to change and nothing to search", "\"activities\", \"case\" or \"search\": true");
        }
        refuse(problems);
        return new WhatIf(patch, activities, search);
    }

    private static void refuse(List<DocumentException.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
    }

    private static Optional<Change> change(Strict activity, String place) {
        activity.allow("network", "source", "score");
        String network = activity.required("network");
        if (!network.isEmpty() && !network.equals("collectri") && !network.equals("progeny")) {
            activity.problem("/network", "'" + network + "' is not known", "collectri or progeny");
        }
        return Optional.of(new Change(network, activity.required("source"), activity.number("score")));
    }

    /** {@code target} with {@code patch} merged into it as RFC 7396 says; neither is changed. */
    public static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch.deepCopy();
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                JsonNode before = result.path(member.getKey());
                result.set(member.getKey(), merged(before, member.getValue()));
            }
        });
        return result;
    }
}
