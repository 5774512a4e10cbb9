package org.fenton.gateway.ranking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Ranking;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.Json;
import org.fenton.documents.RankingWriter;
import org.fenton.gateway.Turns;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.decision.Decisions;
import org.fenton.gateway.decision.RecordsConfig;
import org.fenton.gateway.decision.Sha256;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.access.Caller;

/** Ranks a case and keeps the record. */
@ApplicationScoped
public class RankingService {
    private final Asking asking;
    private final Decisions decisions;
    private final RecordsConfig config;
    private final RecentQuestions recent;
    private final Caller caller;
    private final RankingMetrics metrics;
    /** A case in hand is finished before another is begun: most of a crowd waits here, where nothing has been done for it yet. */
    private final Turns underWay = Turns.perProcessor(4);

    private final Turns computing = Turns.perProcessor(1);

    RankingService(
            Asking asking,
            Decisions decisions,
            RecordsConfig config,
            RecentQuestions recent,
            Caller caller,
            RankingMetrics metrics) {
        this.asking = asking;
        this.decisions = decisions;
        this.config = config;
        this.recent = recent;
        this.caller = caller;
        this.metrics = metrics;
    }

    /**
     * One case ranked and kept: the door of the other edges (CDS Hooks, FHIR, Phenopackets), which show these very
     * numbers and never rank by themselves.
     *
     * @param id of the decision record, {@code /v1/rankings/{id}}
     * @param created whether the record is new
     * @param degraded what the answer had to do without
     * @param json the bytes that {@code POST /v1/rankings} answers
     */
    public record Answer(
            String id,
            boolean created,
            CaseDocument document,
            Knowledge knowledge,
            Ranking ranking,
            List<Degradation> degraded,
            byte[] json) {}

    /**
     * Ranks, keeps the record and answers, for edges that have no place to show what is missing: a ranking without
     * predictions is refused here.
     */
    public Answer answer(byte[] caseBytes, int top) {
        long begun = System.nanoTime();
        return underWay.take(() -> {
            Question question = asking.ask(caseBytes);
            if (question.lacksPredictions()) {
                throw new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "the model service does not answer; nothing was ranked; try again in a few seconds");
            }
            return answer(question, caseBytes, top, begun);
        });
    }

    /** The same; what had to be done without stands in the answer. */
    public Answer answerWithGaps(byte[] caseBytes, int top) {
        long begun = System.nanoTime();
        return underWay.take(() -> answer(asking.ask(caseBytes), caseBytes, top, begun));
    }

    private Answer answer(Question question, byte[] caseBytes, int top, long begun) {
        Computed computed = computing.take(() -> compute(question, top));
        Ranking ranking = computed.ranking;
        Written written = computed.written;
        Knowledge knowledge = question.ranker().knowledge();
        String answerHash = Sha256.hex(written.kept);
        String id = id(question, ranking, top, answerHash, caller.tenant());
        boolean created = decisions.keep(new Decision.Draft(
                id,
                question.document().id(),
                ranking.releaseId(),
                ranking.bundleId(),
                ranking.policy().id(),
                config.keepCase() ? Optional.of(kept(question, caseBytes)) : Optional.empty(),
                written.kept,
                answerHash));
        recent.remember(id, question);
        metrics.ranked(id, ranking, question.degraded().isEmpty(), begun);
        return new Answer(id, created, question.document(), knowledge, ranking, question.degraded(), written.answered);
    }

    private record Computed(Ranking ranking, Written written) {}

    private Computed compute(Question question, int top) {
        Ranking ranking = question.rank();
        return new Computed(ranking, write(question, ranking, top));
    }

    /**
     * @param answered with the case's label
     * @param kept the same without it, unless the operator wants labels kept
     */
    private record Written(byte[] answered, byte[] kept) {}

    private Written write(Question question, Ranking ranking, int top) {
        RankingWriter.Written written = new RankingWriter(question.ranker().knowledge(), top)
                .write(question.document(), ranking, question.degraded());
        byte[] answered = written.bytes();
        boolean same = config.keepLabel() || question.tumourCase().label().isEmpty();
        return new Written(answered, same ? answered : written.withoutLabel());
    }

    private byte[] kept(Question question, byte[] caseBytes) {
        byte[] bare = question.document().canonical();
        if (!config.keepLabel() || question.tumourCase().label().isEmpty()) {
            return bare;
        }
        ObjectNode labelled = (ObjectNode) Json.parse(bare);
        return CanonicalJson.bytes(labelled.set("label", Json.parse(caseBytes).get("label")));
    }

    /** The same case, release, bundle, policy, length and answer give the same id; two tenants never have one in common. */
    private static String id(Question question, Ranking ranking, int top, String answerHash, String tenant) {
        String key = String.join(
                "\n",
                question.document().id(),
                ranking.releaseId(),
                ranking.bundleId(),
                ranking.policy().id(),
                "top " + top,
                answerHash);
        if (!tenant.equals(Caller.NO_TENANT)) {
            key += "\ntenant " + tenant;
        }
        return Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
    }
}
