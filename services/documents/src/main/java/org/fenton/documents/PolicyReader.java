package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.ranking.TermKind;

/** Reads a ranking policy; the shipped one is {@code fenton-policy-1.json} beside this class. */
public final class PolicyReader {
    private PolicyReader() {}

    public static RankingPolicy shipped() {
        try (InputStream in = PolicyReader.class.getResourceAsStream("fenton-policy-1.json")) {
            return read(in.readAllBytes());
        } catch (IOException impossible) {
            throw new IllegalStateException("the shipped policy is in the jar", impossible);
        }
    }

    /** @throws DocumentException or {@link IllegalArgumentException} naming what is missing or out of range */
    public static RankingPolicy read(byte[] utf8) {
        JsonNode root = Json.parse(utf8);
        Map<TermKind, Double> weights = new EnumMap<>(TermKind.class);
        Map<TermKind, Double> doubt = new EnumMap<>(TermKind.class);
        for (TermKind kind : TermKind.values()) {
            weights.put(kind, number(root.path("weights"), kind.label()));
            doubt.put(kind, number(root.path("unknownDoubt"), kind.label()));
        }
        Map<SafetyRule.Action, Double> penalties = new EnumMap<>(SafetyRule.Action.class);
        for (SafetyRule.Action action : SafetyRule.Action.values()) {
            if (action != SafetyRule.Action.STOP) {
                penalties.put(action, number(root.path("penalties"), action.name()));
            }
        }
        return new RankingPolicy(root.path("id").asText(), weights, doubt, penalties);
    }

    private static double number(JsonNode object, String name) {
        return object.path(name).isNumber() ? object.get(name).doubleValue() : Double.NaN;
    }
}
