package org.fenton.gateway.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.CandidateSet;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CaseReader;
import org.fenton.documents.DocumentException;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.RankingWriter;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.model.Model;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** From the bytes of a case to a ranking: read, infer the state, ask for predictions, rank, keep the record. */
@ApplicationScoped
public class RankingService {
    private final Releases releases;
    private final Model model;
    private final RankingPolicy policy = PolicyReader.shipped();
    private final Clock clock = Clock.systemUTC();

    RankingService(Releases releases, Model model) {
        this.releases = releases;
        this.model = model;
    }

    /** A ranking with the release that it was made from. */
    record Ranked(CaseDocument document, Knowledge knowledge, Ranking ranking) {
        byte[] json(int top) {
            return new RankingWriter(knowledge, top).write(document, ranking);
        }

        /** The same case, release, bundle, policy and length give the same id. */
        String id(int top) {
            String key = String.join(
                    "\n",
                    document.id(),
                    ranking.releaseId(),
                    ranking.bundleId(),
                    ranking.policy().id(),
                    "top " + top);
            return CanonicalJson.sha256Id(key.getBytes(StandardCharsets.UTF_8)).substring("sha256:".length());
        }
    }

    /**
     * One case ranked and kept: the door of the other edges (CDS Hooks, FHIR, Phenopackets), which show these very
     * numbers and never rank by themselves.
     *
     * @param id of the decision record, {@code /v1/rankings/{id}}
     * @param created whether the record is new
     * @param json the bytes that {@code POST /v1/rankings} answers
     */
    public record Answer(
            String id, boolean created, CaseDocument document, Knowledge knowledge, Ranking ranking, byte[] json) {}

    /** Ranks, keeps the record and answers; every failure is the same problem that {@code POST /v1/rankings} gives. */
    public Answer answer(byte[] caseBytes, int top) {
        Ranked ranked = rank(caseBytes);
        boolean created = keep(ranked, top);
        return new Answer(
                ranked.id(top), created, ranked.document(), ranked.knowledge(), ranked.ranking(), ranked.json(top));
    }

    Ranked rank(byte[] caseBytes) {
        Knowledge knowledge = releases.current();
        CaseDocument document = read(caseBytes, knowledge);
        PathwayState state = document.profile()
                .map(model::infer)
                .orElse(document.tumourCase().state());
        TumourCase tumourCase = document.with(state);
        List<org.fenton.core.id.Combination> combinations =
                CandidateSet.of(knowledge, tumourCase).combinations();
        Predictions predictions = model.predict(tumourCase, combinations, knowledge);
        return new Ranked(document, knowledge, new Ranker(knowledge, policy).rank(tumourCase, predictions));
    }

    @Transactional
    boolean keep(Ranked ranked, int top) {
        DecisionEntity record = new DecisionEntity();
        record.id = ranked.id(top);
        record.caseId = ranked.document().id();
        record.releaseId = ranked.ranking().releaseId();
        record.bundleId = ranked.ranking().bundleId();
        record.policyId = policy.id();
        record.answer = ranked.json(top);
        record.createdAt = Instant.now(clock);
        return DecisionEntity.keep(record);
    }

    private static CaseDocument read(byte[] bytes, Knowledge knowledge) {
        try {
            return CaseReader.read(bytes, knowledge);
        } catch (DocumentException problem) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "the case cannot be ranked: " + problem.getMessage(),
                    problem.problems().stream()
                            .map(each -> new Problem.Fault(
                                    each.pointer(),
                                    each.detail(),
                                    each.suggestion().isEmpty() ? null : each.suggestion()))
                            .toList());
        }
    }
}
