package org.fenton.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fenton.core.ranking.Preferences;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.ranking.Sensitivity;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.tumour.Goal;

/** The parts of an answer that say what its scores are made of: policy, definition, sensitivity. */
final class ScoreWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScoreWriter() {}

    /** The weights that were used, and what the case asked to be re-weighed. */
    static ObjectNode policy(RankingPolicy policy, Preferences preferences) {
        ObjectNode node = NODES.objectNode();
        ObjectNode weights = node.putObject("weights");
        ObjectNode doubts = node.putObject("unknownDoubt");
        for (TermKind kind : policy.terms()) {
            weights.put(kind.label(), policy.weight(kind));
            doubts.put(kind.label(), policy.unknownDoubt(kind));
        }
        ObjectNode penalties = node.putObject("penalties");
        policy.penalties().forEach((action, value) -> penalties.put(action.name(), value));
        policy.goals().stream().filter(goal -> !Goal.values().contains(goal)).forEach(goal -> node.withObject("/goals")
                .set(goal.name(), goal(goal)));
        if (!preferences.areNone()) {
            ObjectNode asked = node.putObject("preferences");
            asked.put("name", preferences.name());
            ObjectNode factors = asked.putObject("weights");
            preferences.factors().forEach((kind, factor) -> factors.put(kind.label(), factor));
        }
        return node;
    }

    private static ObjectNode goal(Goal goal) {
        return NODES.objectNode()
                .put("process", goal.process())
                .put("sign", goal.sign())
                .put("where", goal.where().name())
                .put("words", goal.words());
    }

    /** How the leaders depend on each weight. */
    static ArrayNode sensitivity(Ranking ranking) {
        ArrayNode lanes = NODES.arrayNode();
        for (Sensitivity lane : Sensitivity.of(ranking)) {
            ObjectNode node = lanes.addObject();
            node.put("lane", lane.lane().name());
            node.put("leader", lane.leader().toString());
            lane.runnerUp().ifPresent(second -> {
                node.put("runnerUp", second.toString());
                node.put("margin", lane.margin());
            });
            node.put("trials", lane.trials());
            node.put("kept", lane.trials() - lane.flips().size());
            ArrayNode flips = node.putArray("flips");
            lane.flips().forEach(flip -> flips.add(flip(flip)));
            lane.nearest().ifPresent(nearest -> node.set("nearestFlip", flip(nearest)));
        }
        return lanes;
    }

    private static ObjectNode flip(Sensitivity.Flip flip) {
        return NODES.objectNode()
                .put("term", flip.term().label())
                .put("factor", flip.factor())
                .put("leader", flip.leader().toString());
    }

    /** What the score is, and what it is not. */
    static ObjectNode definition(RankingPolicy policy) {
        ObjectNode definition = NODES.objectNode();
        definition.put(
                "score",
                "sum of the terms' contributions, added in order; contribution = value x weight; points, no unit;"
                        + " higher is better; it orders candidates of one case and means no probability");
        definition.put("unit", "points");
        definition.put("direction", "higher is better, within one case and lane");
        definition.put(
                "doesNotMean",
                "no probability, no potency, no dose, no clinical benefit; scores of two cases cannot be compared");
        definition.put(
                "sensitivity",
                "the leader of each lane when each weight alone is halved and doubled (trials); nearestFlip is the"
                        + " factor of one weight at which another candidate catches up");
        definition.put(
                "interval",
                "score +- root of the sum of squared (doubt x weight); stated doubt, no confidence interval");
        definition.put(
                "ties",
                "equal scores stand in the order of the distinct studies behind their paths towards the goal, most first,"
                        + " then of the potency at the target where the strongest path starts, then of the id");
        definition.put(
                "band",
                "candidates of a lane whose intervals reach the band leader's: do not read an order into a band");
        ArrayNode terms = definition.putArray("terms");
        for (TermKind kind : policy.terms()) {
            terms.addObject()
                    .put("name", kind.label())
                    .put("range", kind.range())
                    .put("unit", kind.unit())
                    .put("direction", kind.direction())
                    .put("knowledgeLevel", kind.knowledgeLevel())
                    .put("weight", policy.weight(kind))
                    .put("definition", kind.definition())
                    .put("doesNotMean", kind.doesNotMean());
        }
        return definition;
    }
}
