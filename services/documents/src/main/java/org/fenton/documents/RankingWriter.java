package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.TermKind;

/** Writes a ranking as canonical JSON: gateway, command line and batch give these very bytes. */
public final class RankingWriter {
    public static final String FORMAT = "fenton-ranking/1";
    public static final String RESEARCH_USE =
            "Research use only: not a medical device, not a treatment recommendation. Predicted candidates are"
                    + " hypotheses.";
    /** Of lists of twenty and some hundred candidates left out. */
    private static final int USUAL_BYTES = 1 << 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final int top;
    private final CandidateWriter candidates;

    /** @param top how many candidates of each list are written; the rest is counted */
    public RankingWriter(Knowledge knowledge, int top) {
        this.top = top;
        this.candidates = new CandidateWriter(knowledge);
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
        root.set("policyValues", ScoreWriter.policy(ranking.policy(), document.preferences()));
        root.set("scoreDefinition", ScoreWriter.definition(ranking.policy()));
        root.set("sensitivity", ScoreWriter.sensitivity(ranking));
        ArrayNode without = root.putArray("degraded");
        degraded.forEach(each -> without.add(degradation(each)));
        root.set("notes", texts(ranking.notes()));
        ObjectNode counts = root.putObject("counts");
        ArrayNode favourable = root.putArray("candidates");
        for (Lane lane : Lane.values()) {
            counts.put(lane.name(), ranking.favourable().get(lane).size());
            append(favourable, ranking.favourable().get(lane));
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

    private static ObjectNode degradation(Degradation degraded) {
        ObjectNode node = NODES.objectNode();
        node.put("part", degraded.part());
        node.put("missing", degraded.missing());
        node.put("detail", degraded.detail());
        node.set("terms", texts(degraded.terms().stream().map(TermKind::label).toList()));
        node.set("lanes", texts(degraded.lanes().stream().map(Lane::name).toList()));
        return node;
    }

    private void list(ObjectNode root, ObjectNode counts, String name, List<RankedCandidate> all) {
        counts.put(name, all.size());
        append(root.putArray(name), all);
    }

    private void append(ArrayNode array, List<RankedCandidate> all) {
        all.stream().limit(top).forEach(each -> array.add(candidate(each)));
    }

    /** One candidate as the answer shows it. */
    public ObjectNode candidate(RankedCandidate candidate) {
        return candidates.write(candidate);
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
