package org.fenton.gateway.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.gateway.fhir.BoardReview;
import org.fenton.gateway.ranking.RankingService.Answer;

/** Cards of {@code patient-view}: the leading candidates, and what the safety rules took out. */
final class CandidateCards {
    private static final int SHOWN_PER_LANE = 5;

    private final Answer answer;
    private final CaseDraft draft;
    private final Prefetched prefetched;

    CandidateCards(Answer answer, CaseDraft draft, Prefetched prefetched) {
        this.answer = answer;
        this.draft = draft;
        this.prefetched = prefetched;
    }

    List<Card> cards(String patientId) {
        List<Card> cards = new ArrayList<>();
        List<RankedCandidate> shown = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            answer.ranking().favourable().get(lane).stream()
                    .limit(SHOWN_PER_LANE)
                    .forEach(shown::add);
        }
        if (!shown.isEmpty()) {
            cards.add(leading(shown, patientId));
        }
        stopped().ifPresent(cards::add);
        return cards;
    }

    private Card leading(List<RankedCandidate> shown, String patientId) {
        Lane lane = shown.get(0).lane();
        List<String> band = answer.ranking().favourable().get(lane).stream()
                .filter(candidate -> candidate.band() == 1)
                .map(candidate -> CardText.name(answer, candidate.combination()))
                .toList();
        String summary = Card.fitted("Research hypotheses, first band of the " + word(lane) + " lane: ", band);
        StringBuilder detail = new StringBuilder();
        for (Lane each : Lane.values()) {
            List<RankedCandidate> rows =
                    shown.stream().filter(candidate -> candidate.lane() == each).toList();
            if (!rows.isEmpty()) {
                detail.append("**")
                        .append(title(each))
                        .append("** (")
                        .append(rows.size())
                        .append(" of ")
                        .append(answer.ranking().favourable().get(each).size())
                        .append(")\n\n")
                        .append(CardText.table(answer, rows))
                        .append('\n');
            }
        }
        detail.append("Candidates of one band cannot be told apart. Scores compare candidates of this case only; "
                + "they are no probability of benefit.\n\n");
        detail.append(CardText.caveats(answer, draft, prefetched.notDelivered()));
        return new Card(
                Card.Indicator.INFO,
                summary,
                detail.toString(),
                Optional.of(BoardReview.task("Patient/" + patientId, answer.id(), List.of())),
                CardText.numbers(answer, shown));
    }

    /** One card for all rules that stopped something: a rule that stops one drug stops every pair with it. */
    private Optional<Card> stopped() {
        TreeMap<String, List<LeftOut>> byRule = new TreeMap<>();
        for (LeftOut entry : answer.ranking().leftOut()) {
            if (entry.code().equals("SAFETY_STOP")) {
                byRule.computeIfAbsent(entry.source(), rule -> new ArrayList<>())
                        .add(entry);
            }
        }
        if (byRule.isEmpty()) {
            return Optional.empty();
        }
        int count = byRule.values().stream().mapToInt(List::size).sum();
        StringBuilder detail = new StringBuilder();
        byRule.forEach((rule, entries) -> detail.append("- **")
                .append(rule)
                .append("** ")
                .append(entries.get(0).reason())
                .append(" (")
                .append(entries.size())
                .append(" candidates, first ")
                .append(entries.get(0).combination())
                .append(")\n"));
        detail.append('\n').append(CardText.caveats(answer, draft, prefetched.notDelivered()));
        String summary = Card.fitted(
                count + (count == 1 ? " candidate" : " candidates") + " taken out by safety rules: ",
                List.copyOf(byRule.keySet()));
        return Optional.of(new Card(
                Card.Indicator.WARNING,
                summary,
                detail.toString(),
                Optional.empty(),
                CardText.numbers(answer, List.of())));
    }

    static String word(Lane lane) {
        return switch (lane) {
            case CLINICAL -> "clinical";
            case EXPERIMENTAL -> "experimental";
            case PREDICTED -> "predicted";
        };
    }

    private static String title(Lane lane) {
        return switch (lane) {
            case CLINICAL -> "Clinical lane: tested in patients with this disease";
            case EXPERIMENTAL -> "Experimental lane: tested in models of this disease";
            case PREDICTED -> "Predicted lane: hypotheses from mechanism and model";
        };
    }
}
