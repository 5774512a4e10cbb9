package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.gateway.ranking.RankingService.Answer;

/**
 * A ranking as a FHIR Bundle: what to know first (an OperationOutcome), an Observation for each candidate shown, and a Task
 * of intent proposal that asks a tumour board to look at the leading ones. It never holds an order.
 */
final class RankingBundle {
    private static final String OUTCOME = "outcome";
    private final Answer answer;
    private final CaseFromFhir source;
    private final CaseDraft draft;
    private final String subject;
    private final int top;

    /** What an answer is made of besides the ranking: where it came from and for whom. */
    record Origin(CaseFromFhir source, CaseDraft draft, String subject) {}

    RankingBundle(Answer answer, Origin origin, int top) {
        this.answer = answer;
        this.source = origin.source();
        this.draft = origin.draft();
        this.subject = origin.subject();
        this.top = top;
    }

    ObjectNode node() {
        ObjectNode bundle = Fhir.resource("Bundle");
        bundle.putObject("identifier").put("system", "urn:fenton:ranking").put("value", answer.id());
        bundle.put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        add(entries, Fhir.urn(answer.id() + "/" + OUTCOME), outcome());
        TherapeuticImplication implication = new TherapeuticImplication(answer, subject, source.stateReferences());
        for (RankedCandidate candidate : shown()) {
            add(entries, TherapeuticImplication.urn(answer, candidate), implication.of(candidate));
        }
        List<String> leading = leading();
        if (!leading.isEmpty()) {
            add(entries, Fhir.urn(answer.id() + "/task"), BoardReview.task(subject, answer.id(), leading));
        }
        return bundle;
    }

    private static void add(ArrayNode entries, String fullUrl, ObjectNode resource) {
        entries.addObject().put("fullUrl", fullUrl).set("resource", resource);
    }

    private List<RankedCandidate> shown() {
        List<RankedCandidate> shown = new ArrayList<>();
        Ranking ranking = answer.ranking();
        for (Lane lane : Lane.values()) {
            ranking.favourable().get(lane).stream().limit(top).forEach(shown::add);
        }
        ranking.conflicted().stream().limit(top).forEach(shown::add);
        ranking.expectedHarm().stream().limit(top).forEach(shown::add);
        return shown;
    }

    /** Addresses of the first band of each lane, as far as it is shown. */
    private List<String> leading() {
        return shown().stream()
                .filter(candidate ->
                        answer.ranking().favourable().get(candidate.lane()).contains(candidate)
                                && candidate.band() == 1)
                .map(candidate -> TherapeuticImplication.urn(answer, candidate))
                .toList();
    }

    private ObjectNode outcome() {
        Ranking ranking = answer.ranking();
        Outcome outcome = new Outcome()
                .information(RankingWriter.RESEARCH_USE)
                .information("Ranking " + answer.id() + " of release " + ranking.releaseId() + ", bundle "
                        + ranking.bundleId() + ", policy " + ranking.policy().id()
                        + "; whole at /v1/rankings/" + answer.id());
        for (Lane lane : Lane.values()) {
            cut(outcome, lane.name(), ranking.favourable().get(lane).size());
        }
        cut(outcome, "CONFLICTED", ranking.conflicted().size());
        cut(outcome, "EXPECTED_HARM", ranking.expectedHarm().size());
        if (!ranking.noAnswer().isEmpty()) {
            outcome.information("NO_ANSWER: " + ranking.noAnswer().size() + " without a mechanism path, none shown");
        }
        ranking.notes().forEach(outcome::information);
        leftOut(outcome);
        draft.unused().forEach(unused -> outcome.warning("not-supported", unused.place(), unused.detail()));
        return outcome.node();
    }

    private void cut(Outcome outcome, String list, int size) {
        if (size == 0) {
            return;
        }
        outcome.information(list + ": " + Math.min(top, size) + " of " + size + " shown");
    }

    /** One line a reason: a rule that stops one drug stops every pair with it. */
    private void leftOut(Outcome outcome) {
        TreeMap<String, List<String>> byReason = new TreeMap<>();
        for (LeftOut entry : answer.ranking().leftOut()) {
            byReason.computeIfAbsent(
                            entry.code() + " " + entry.source() + ": " + entry.reason(), key -> new ArrayList<>())
                    .add(entry.combination());
        }
        byReason.forEach((reason, combinations) -> outcome.warning(
                "business-rule",
                "",
                reason + " (" + combinations.size() + " left out, first " + combinations.get(0) + ")"));
    }
}
