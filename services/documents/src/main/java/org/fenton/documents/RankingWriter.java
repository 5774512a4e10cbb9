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

    private static final byte[] NO_TEXT = {'"', '"'};

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final int top;
    private final CandidateWriter candidates;

    /** @param top how many candidates of each list are written; the rest is counted */
    public RankingWriter(Knowledge knowledge, int top) {
        this.top = top;
        this.candidates = new CandidateWriter(knowledge);
    }

    /** Its canonical text. */
    public static byte[] bytes(JsonNode tree) {
        return CanonicalJson.bytes(tree, USUAL_BYTES);
    }

    /**
     * An answer's bytes.
     *
     * @param labelFrom where the text of the case's label begins in {@code bytes}, quotation marks included
     * @param labelTo where it ends
     */
    public record Written(byte[] bytes, int labelFrom, int labelTo) {
        /** The same answer to a case without a label. */
        public byte[] withoutLabel() {
            byte[] bare = new byte[bytes.length - (labelTo - labelFrom) + NO_TEXT.length];
            System.arraycopy(bytes, 0, bare, 0, labelFrom);
            System.arraycopy(NO_TEXT, 0, bare, labelFrom, NO_TEXT.length);
            System.arraycopy(bytes, labelTo, bare, labelFrom + NO_TEXT.length, bytes.length - labelTo);
            return bare;
        }
    }

    public byte[] write(CaseDocument document, Ranking ranking) {
        return write(document, ranking, List.of()).bytes;
    }

    /** @param degraded what the answer had to do without */
    public Written write(CaseDocument document, Ranking ranking, List<Degradation> degraded) {
        CanonicalWriter out = new CanonicalWriter(USUAL_BYTES);
        out.open().member("bundle", ranking.bundleId()).name("candidates").openArray();
        ranking.favourable().values().forEach(lane -> append(lane, out));
        out.closeArray().member("case", document.id());
        list("conflicted", ranking.conflicted(), out);
        out.member("counts", counts(ranking)).member("degraded", degraded(degraded));
        ArrayNode leftOut = NODES.arrayNode();
        ranking.leftOut().forEach(entry -> leftOut.add(leftOut(entry)));
        out.member("excluded", leftOut);
        list("expectedHarm", ranking.expectedHarm(), out);
        out.member("format", FORMAT)
                .member("goal", document.tumourCase().goal().name())
                .name("label");
        int labelFrom = out.length();
        out.append(NODES.textNode(document.tumourCase().label()));
        int labelTo = out.length();
        list("noAnswer", ranking.noAnswer(), out);
        out.member("notes", ranking.notes())
                .member("policy", ranking.policy().id())
                .member("policyValues", ScoreWriter.policy(ranking.policy(), document.preferences()))
                .member("release", ranking.releaseId())
                .member("researchUseOnly", RESEARCH_USE)
                .member("scoreDefinition", ScoreWriter.definition(ranking.policy()))
                .member("sensitivity", ScoreWriter.sensitivity(ranking))
                .close();
        return new Written(out.bytes(), labelFrom, labelTo);
    }

    private ObjectNode counts(Ranking ranking) {
        ObjectNode counts = NODES.objectNode();
        ranking.favourable().forEach((lane, all) -> counts.put(lane.name(), all.size()));
        return counts.put("conflicted", ranking.conflicted().size())
                .put("expectedHarm", ranking.expectedHarm().size())
                .put("noAnswer", ranking.noAnswer().size())
                .put("excluded", ranking.leftOut().size())
                .put("shownPerList", top);
    }

    private static ArrayNode degraded(List<Degradation> all) {
        ArrayNode degraded = NODES.arrayNode();
        all.forEach(each -> degraded.add(degradation(each)));
        return degraded;
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

    private void list(String name, List<RankedCandidate> all, CanonicalWriter out) {
        out.name(name).openArray();
        append(all, out);
        out.closeArray();
    }

    private void append(List<RankedCandidate> all, CanonicalWriter out) {
        all.stream().limit(top).forEach(each -> candidates.write(each, out.element()));
    }

    /** One candidate as the answer shows it: to be written with {@link #bytes}, not to be read. */
    public ObjectNode candidate(RankedCandidate candidate) {
        CanonicalWriter out = new CanonicalWriter(USUAL_BYTES >> 6);
        candidates.write(candidate, out);
        return new WrittenObject(out.bytes());
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
