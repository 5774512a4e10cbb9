package org.fenton.gateway.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any content: no null and nothing empty on a card, and a summary below 140 characters. */
class CardPropertyTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Provide
    Arbitrary<ObjectNode> objects() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.of(NODES.nullNode(), NODES.textNode(""), NODES.textNode(" "), NODES.arrayNode()),
                Arbitraries.strings().ofMaxLength(5).map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode));
        return tree(leaves, 4).map(node -> {
            ObjectNode root = NODES.objectNode();
            root.set("root", node);
            return root;
        });
    }

    private static Arbitrary<JsonNode> tree(Arbitrary<JsonNode> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<JsonNode> below = tree(leaves, depth - 1);
        Arbitrary<JsonNode> lists =
                below.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items));
        Arbitrary<JsonNode> objects = Arbitraries.maps(Arbitraries.of("a", "b", "c"), below)
                .ofMaxSize(3)
                .map(members -> NODES.objectNode().setAll(members));
        return Arbitraries.oneOf(leaves, lists, objects);
    }

    private static boolean holdsNothingEmpty(JsonNode node) {
        for (JsonNode child : node) {
            if (Bare.isEmpty(child) || !holdsNothingEmpty(child)) {
                return false;
            }
        }
        return true;
    }

    @Property
    void whatIsEmptyIsTakenOutAtAnyDepth(@ForAll("objects") ObjectNode object) {
        long kept = numbers(object);
        ObjectNode bare = Bare.of(object);
        assertTrue(holdsNothingEmpty(bare), bare.toString());
        assertEquals(kept, numbers(bare), "no number is lost");
    }

    private static long numbers(JsonNode node) {
        long count = node.isNumber() ? 1 : 0;
        for (JsonNode child : node) {
            count += numbers(child);
        }
        return count;
    }

    @Property
    void aCardOfAnyContentIsBare(@ForAll("objects") ObjectNode numbers, @ForAll String detail) {
        Card card = new Card(Card.Indicator.INFO, "summary", detail, Optional.empty(), numbers);
        Card.Place place = new Card.Place("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", CdsService.CANDIDATES, "decision", 0);
        assertTrue(holdsNothingEmpty(card.node(place, "http://fenton.test")));
    }

    @Property
    void aSummaryFitsAndCountsWhatItLeavesOut(@ForAll List<String> names, @ForAll("starts") String start) {
        String summary = Card.fitted(start, names);
        assertTrue(summary.length() < 140, summary);
        assertFalse(names.size() > 60 && !summary.matches("(?s).*\\d+ (more|candidates).*"), summary);
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.strings().alpha().ofMaxLength(70);
    }
}
