package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the catalog found. */
public record SearchResult(String words, String total, boolean complete, List<Item> items, List<String> readAs) {
    static final SearchResult NONE = new SearchResult("", "", true, List.of(), List.of());

    /** @param address empty where the workbench has no page of it */
    public record Item(String type, String title, String id, String address) {}

    static SearchResult of(String words, JsonNode answer) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : answer.path("items")) {
            String type = item.path("type").asText();
            String id = item.path("id").asText();
            items.add(new Item(type, item.path("title").asText(id), id, address(type, id)));
        }
        List<String> readAs = new ArrayList<>();
        answer.path("spelling")
                .properties()
                .forEach(word -> readAs.add(word.getKey() + " was read as " + FactView.text(word.getValue())));
        answer.path("synonyms")
                .properties()
                .forEach(word -> readAs.add(word.getKey() + " is also looked up as " + FactView.text(word.getValue())));
        return new SearchResult(
                words,
                Numbers.count(answer.path("total").asLong()),
                answer.path("complete").asBoolean(true),
                items,
                readAs);
    }

    private static String address(String type, String id) {
        return switch (type) {
            case "drug" -> "/workbench/drugs/" + Reference.encoded(id);
            case "edge", "resistance", "context", "combination", "rule" -> "/workbench/facts/" + Reference.encoded(id);
            case "claim" -> "/workbench/facts/" + Reference.encoded(id.split("[@/]", 2)[0]);
            default -> "";
        };
    }

    public boolean isAsked() {
        return !words.isEmpty();
    }
}
