package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One card. Its id follows from the hook's call and the ranking, so that a call that is repeated shows the same card.
 *
 * @param detail Markdown
 * @param suggestion an action of this card; empty for a card that only tells
 * @param numbers what the text says, as numbers; goes into the extension
 */
record Card(Indicator indicator, String summary, String detail, Optional<ObjectNode> suggestion, ObjectNode numbers) {
    static final int LONGEST_SUMMARY = 139;
    static final String EXTENSION = "org.fenton.ranking";

    enum Indicator {
        INFO("info"),
        /** A safety gate and nothing else. */
        WARNING("warning");

        private final String code;

        Indicator(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Where a card stands: in which call, on which ranking, at which place. */
    record Place(String hookInstance, CdsService service, String decision, int index) {
        UUID cardId() {
            return named(String.join("/", hookInstance, service.id(), decision, Integer.toString(index)));
        }
    }

    static UUID suggestionId(UUID card) {
        return named(card + "/suggestion");
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode node(Place place, String publicUrl) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        card.put("uuid", place.cardId().toString());
        card.put("summary", summary);
        card.put("detail", detail);
        card.put("indicator", indicator.code());
        card.putObject("source")
                .put("label", "Fenton, research use only")
                .put("url", publicUrl + "/")
                .putObject("topic")
                .put("system", "urn:fenton:cs:cds-service")
                .put("code", place.service().id())
                .put(
                        "display",
                        place.service()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '));
        suggestion.ifPresent(action -> {
            ObjectNode node = card.putArray("suggestions").addObject();
            node.put("label", "Put this ranking on the tumour board's list")
                    .put("uuid", suggestionId(place.cardId()).toString())
                    .putArray("actions")
                    .addObject()
                    .put("type", "create")
                    .put("description", "A draft Task, intent proposal: nothing is ordered")
                    .set("resource", action);
            card.put("selectionBehavior", "at-most-one");
        });
        OverrideReason.all().forEach(card.putArray("overrideReasons")::add);
        card.putArray("links")
                .add(link("Open the workbench", publicUrl + "/?ranking=" + place.decision()))
                .add(link(
                        "The whole ranking, every number with its source (JSON)",
                        publicUrl + "/v1/rankings/" + place.decision()));
        card.putObject("extension").set(EXTENSION, numbers);
        return Bare.of(card);
    }

    private static ObjectNode link(String label, String url) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("label", label)
                .put("url", url)
                .put("type", "absolute");
    }

    /** {@code start}, then as many names as fit, then how many more there are. */
    static String fitted(String start, List<String> names) {
        StringBuilder text = new StringBuilder(start);
        for (int i = 0; i < names.size(); i++) {
            String next = (i == 0 ? "" : ", ") + names.get(i);
            String more = i + 1 < names.size() ? " and " + (names.size() - i - 1) + " more" : "";
            if (text.length() + next.length() + more.length() > LONGEST_SUMMARY) {
                text.append(i == 0 ? names.size() + " candidates" : " and " + (names.size() - i) + " more");
                break;
            }
            text.append(next);
        }
        return text.length() <= LONGEST_SUMMARY ? text.toString() : text.substring(0, LONGEST_SUMMARY - 1) + "…";
    }
}
