package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.Preferences;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.ranking.Sensitivity;
import org.fenton.core.ranking.Term;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.ranking.UnknownTerm;
import org.fenton.core.safety.Finding;
import org.fenton.core.tumour.Goal;

/** Writes a ranking as canonical JSON: gateway, command line and batch give these very bytes. */
public final class RankingWriter {
    public static final String FORMAT = "fenton-ranking/1";
    public static final String RESEARCH_USE =
            "Research use only: not a medical device, not a treatment recommendation. Predicted candidates are"
                    + " hypotheses.";
    /** Of lists of twenty and some hundred candidates left out. */
    private static final int USUAL_BYTES = 1 << 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Knowledge knowledge;
    private final int top;
    /** Candidates share the drugs' findings and paths: each is made once. */
    private final Map<Finding, ObjectNode> findings = new IdentityHashMap<>();

    private final Map<EffectPath, ObjectNode> paths = new IdentityHashMap<>();

    /** @param top how many candidates of each list are written; the rest is counted */
    public RankingWriter(Knowledge knowledge, int top) {
        this.knowledge = knowledge;
        this.top = top;
    }

    public byte[] write(CaseDocument document, Ranking ranking) {
        return bytes(tree(document, ranking, List.of()));
    }

    public static byte[] bytes(JsonNode tree) {
        return CanonicalJson.bytes(tree, USUAL_BYTES);
    }

    /** The answer as a tree; {@code degraded} says what it had to do without. */
    public ObjectNode tree(CaseDocument document, Ranking ranking, List<Degradation> degraded) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("researchUseOnly", RESEARCH_USE);
        root.put("case", document.id());
        root.put("label", document.tumourCase().label());
        root.put("goal", document.tumourCase().goal().name());
        root.put("release", ranking.releaseId());
        root.put("bundle", ranking.bundleId());
        root.put("policy", ranking.policy().id());
        root.set("policyValues", policy(ranking.policy(), document.preferences()));
        root.set("scoreDefinition", definition(ranking));
        root.set("sensitivity", sensitivity(ranking));
        ArrayNode without = root.putArray("degraded");
        degraded.forEach(each -> without.add(degradation(each)));
        root.set("notes", texts(ranking.notes()));
        ObjectNode counts = root.putObject("counts");
        ArrayNode candidates = root.putArray("candidates");
        for (Lane lane : Lane.values()) {
            counts.put(lane.name(), ranking.favourable().get(lane).size());
            append(candidates, ranking.favourable().get(lane));
        }
        list(root, counts, "conflicted", ranking.conflicted());
        list(root, counts, "expectedHarm", ranking.expectedHarm());
        list(root, counts, "noAnswer", ranking.noAnswer());
        ArrayNode leftOut = root.putArray("excluded");
        ranking.leftOut().forEach(entry -> leftOut.add(leftOut(entry)));
        counts.put("excluded", ranking.leftOut().size());
        counts.put("shownPerList", top);
        return root;
    }

    private static ObjectNode policy(RankingPolicy policy, Preferences preferences) {
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

    private static ArrayNode sensitivity(Ranking ranking) {
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

    private static ObjectNode degradation(Degradation degraded) {
        ObjectNode node = NODES.objectNode();
        node.put("part", degraded.part());
        node.put("missing", degraded.missing());
        node.put("detail", degraded.detail());
        node.set("terms", texts(degraded.terms().stream().map(TermKind::label).toList()));
        node.set("lanes", texts(degraded.lanes().stream().map(Lane::name).toList()));
        return node;
    }

    private void list(ObjectNode root, ObjectNode counts, String name, List<RankedCandidate> candidates) {
        counts.put(name, candidates.size());
        append(root.putArray(name), candidates);
    }

    private void append(ArrayNode array, List<RankedCandidate> candidates) {
        candidates.stream().limit(top).forEach(candidate -> array.add(candidate(candidate)));
    }

    private static ObjectNode definition(Ranking ranking) {
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
        for (TermKind kind : ranking.policy().terms()) {
            terms.addObject()
                    .put("name", kind.label())
                    .put("range", kind.range())
                    .put("unit", kind.unit())
                    .put("direction", kind.direction())
                    .put("knowledgeLevel", kind.knowledgeLevel())
                    .put("weight", ranking.policy().weight(kind))
                    .put("definition", kind.definition())
                    .put("doesNotMean", kind.doesNotMean());
        }
        return definition;
    }

    /** One candidate as the answer shows it. */
    public ObjectNode candidate(RankedCandidate candidate) {
        ObjectNode node = NODES.objectNode();
        node.put("combination", candidate.combination().toString());
        ArrayNode drugs = node.putArray("drugs");
        for (String id : candidate.combination().drugs()) {
            Drug drug = knowledge.drug(id);
            drugs.addObject()
                    .put("id", id)
                    .put("name", drug.name())
                    .put("approval", drug.approval().name());
        }
        node.put("lane", candidate.lane().name());
        node.put("outlook", candidate.outlook().name());
        candidate.abstention().ifPresent(why -> node.putObject("abstention")
                .put("code", why.name())
                .put("reason", why.words()));
        node.put("rank", candidate.rank());
        node.put("band", candidate.band());
        node.put("score", candidate.score());
        node.put("lower", candidate.ledger().lower());
        node.put("upper", candidate.ledger().upper());
        ArrayNode terms = node.putArray("terms");
        candidate.ledger().terms().forEach(term -> terms.add(term(term)));
        ArrayNode unknown = node.putArray("unknown");
        candidate.ledger().unknown().forEach(term -> unknown.add(unknown(term)));
        node.set("mechanism", mechanism(candidate));
        ArrayNode safety = node.putArray("safety");
        candidate.safety().forEach(finding -> safety.add(findings.computeIfAbsent(finding, RankingWriter::finding)));
        node.set("reasons", texts(candidate.reasons()));
        node.set("against", texts(candidate.against()));
        return node;
    }

    public static ObjectNode term(Term term) {
        ObjectNode node = NODES.objectNode();
        node.put("name", term.kind().label());
        node.put("value", term.value());
        node.put("weight", term.weight());
        node.put("contribution", term.contribution());
        node.put("doubt", term.doubt());
        node.put("comment", term.comment());
        node.set("sources", texts(term.sources()));
        return node;
    }

    private static ObjectNode unknown(UnknownTerm term) {
        return NODES.objectNode()
                .put("name", term.kind().label())
                .put("doubt", term.doubt())
                .put("reason", term.reason());
    }

    private ObjectNode mechanism(RankedCandidate candidate) {
        ObjectNode node = NODES.objectNode();
        node.put("direction", candidate.effect().direction().name());
        node.put("promoting", candidate.effect().promoting());
        node.put("inhibiting", candidate.effect().inhibiting());
        node.put("conflictIndex", candidate.effect().conflictIndex());
        node.put("promotingStudies", candidate.effect().studies(1).size());
        node.put("inhibitingStudies", candidate.effect().studies(-1).size());
        node.set("promotingPaths", paths(candidate.effect().promotingPaths()));
        node.set("inhibitingPaths", paths(candidate.effect().inhibitingPaths()));
        return node;
    }

    private ArrayNode paths(List<EffectPath> all) {
        ArrayNode array = NODES.arrayNode();
        all.forEach(path -> array.add(paths.computeIfAbsent(path, RankingWriter::path)));
        return array;
    }

    private static ObjectNode path(EffectPath path) {
        ObjectNode node = new RepeatedObject();
        node.put("arm", path.arm());
        node.put("path", path.text());
        node.put("match", path.match().name());
        node.put("potency", path.potency());
        node.put("activity", path.activity());
        node.put("activityBasis", path.activityBasis());
        node.put("strength", path.strength());
        node.set("edges", texts(path.edges()));
        node.set("studies", texts(path.studies()));
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = new RepeatedObject();
        node.put("rule", finding.rule().id());
        node.put("drug", finding.drug());
        node.put("state", finding.verdict().state().name());
        node.put("action", finding.rule().action().name());
        node.put("severity", finding.rule().severity());
        node.put("trigger", finding.rule().trigger());
        node.put("threshold", finding.rule().threshold());
        node.put("advice", finding.rule().actionText());
        if (finding.unknown()) {
            node.set("notGiven", texts(finding.verdict().missing()));
        }
        return node;
    }

    public static ObjectNode leftOut(LeftOut entry) {
        return NODES.objectNode()
                .put("combination", entry.combination())
                .put("code", entry.code())
                .put("reason", entry.reason())
                .put("source", entry.source());
    }

    public static ArrayNode texts(Collection<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
