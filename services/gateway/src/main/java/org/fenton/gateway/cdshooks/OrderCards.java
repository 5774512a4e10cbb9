package org.fenton.gateway.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.Outlook;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.safety.Finding;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.gateway.ranking.RankingService.Answer;

/** Cards of {@code order-select}: what the ranking says of each selected drug, alone and with the other drafted ones. */
final class OrderCards {
    private final Answer answer;
    private final CaseDraft draft;
    private final Prefetched prefetched;

    OrderCards(Answer answer, CaseDraft draft, Prefetched prefetched) {
        this.answer = answer;
        this.draft = draft;
        this.prefetched = prefetched;
    }

    /** @param selected ids of the selected drugs, {@code drafted} of all drugs that are drafted */
    List<Card> cards(Set<String> selected, Set<String> drafted) {
        TreeSet<Combination> asked = new TreeSet<>();
        for (String drug : selected) {
            asked.add(Combination.single(drug));
            drafted.stream()
                    .filter(other -> !other.equals(drug))
                    .forEach(other -> asked.add(Combination.of(drug, other)));
        }
        List<Card> cards = new ArrayList<>();
        asked.forEach(combination -> card(combination).ifPresent(cards::add));
        return cards;
    }

    private Optional<Card> card(Combination combination) {
        Optional<LeftOut> leftOut = answer.ranking().leftOut().stream()
                .filter(entry -> entry.combination().equals(combination.toString()))
                .findFirst();
        if (leftOut.isPresent()) {
            return Optional.of(leftOut(combination, leftOut.get()));
        }
        return all(answer.ranking())
                .filter(candidate -> candidate.combination().equals(combination))
                .findFirst()
                .flatMap(this::ranked);
    }

    private static Stream<RankedCandidate> all(Ranking ranking) {
        return Stream.of(
                        ranking.favourable().values().stream().flatMap(List::stream),
                        ranking.conflicted().stream(),
                        ranking.expectedHarm().stream(),
                        ranking.noAnswer().stream())
                .flatMap(stream -> stream);
    }

    private Card leftOut(Combination combination, LeftOut entry) {
        boolean gate = entry.code().equals("SAFETY_STOP");
        String name = CardText.name(answer, combination);
        String what =
                switch (entry.code()) {
                    case "SAFETY_STOP" -> "stopped by safety rule " + entry.source();
                    case "FAILED_DRUG" -> "the tumour stopped responding to it";
                    default -> "not for patients: " + entry.reason();
                };
        return new Card(
                gate ? Card.Indicator.WARNING : Card.Indicator.INFO,
                Card.fitted(name + ": ", List.of(what)),
                "**" + name + "** " + what + ".\n\n- " + entry.reason() + " (source " + entry.source() + ")\n\n"
                        + CardText.caveats(answer, draft, prefetched.notDelivered()),
                Optional.empty(),
                CardText.numbers(answer, List.of()));
    }

    /** Without a pathway state only the safety rules have something to say. */
    private Optional<Card> ranked(RankedCandidate candidate) {
        List<Finding> avoid = candidate.safety().stream()
                .filter(finding -> finding.fired() && finding.rule().action() == SafetyRule.Action.AVOID)
                .toList();
        boolean silent = candidate.outlook() == Outlook.UNKNOWN || !draft.hasActivities();
        if (avoid.isEmpty() && silent) {
            return Optional.empty();
        }
        String name = CardText.name(answer, candidate.combination());
        List<String> says = new ArrayList<>();
        avoid.forEach(finding -> says.add("avoid, rule " + finding.rule().id()));
        if (!silent) {
            says.add(standing(candidate));
        }
        StringBuilder detail = new StringBuilder();
        candidate.safety().stream().filter(Finding::fired).forEach(finding -> detail.append("- ")
                .append(finding.rule().action())
                .append(" (")
                .append(finding.rule().id())
                .append(") ")
                .append(finding.rule().trigger())
                .append(": ")
                .append(finding.rule().actionText())
                .append('\n'));
        if (!silent) {
            detail.append('\n')
                    .append(CardText.table(answer, List.of(candidate)))
                    .append('\n');
            candidate
                    .reasons()
                    .forEach(reason -> detail.append("- For: ").append(reason).append('\n'));
            candidate.against().forEach(reason -> detail.append("- Against: ")
                    .append(reason)
                    .append('\n'));
        }
        detail.append('\n').append(CardText.caveats(answer, draft, prefetched.notDelivered()));
        return Optional.of(new Card(
                avoid.isEmpty() ? Card.Indicator.INFO : Card.Indicator.WARNING,
                Card.fitted(name + ": ", says),
                detail.toString(),
                Optional.empty(),
                CardText.numbers(answer, silent ? List.of() : List.of(candidate))));
    }

    private String standing(RankedCandidate candidate) {
        return switch (candidate.outlook()) {
            case FAVOURABLE ->
                "rank " + candidate.rank() + ", band " + candidate.band() + " of the "
                        + CandidateCards.word(candidate.lane()) + " lane, a research hypothesis";
            case CONFLICTED -> "the evidence points both ways";
            case EXPECTED_HARM -> "expected to work against the goal in this tumour";
            case UNKNOWN -> "no answer";
        };
    }
}
