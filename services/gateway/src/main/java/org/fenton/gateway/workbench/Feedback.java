package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fenton.gateway.Database;
import org.fenton.gateway.cdshooks.OverrideReason;
import org.fenton.gateway.decision.FeedbackMetrics;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Accepting and overriding candidates, with the coded reasons that CDS cards use as well. */
@ApplicationScoped
class Feedback {
    private final Clock clock = Clock.systemUTC();
    private final FeedbackMetrics metrics;

    Feedback(FeedbackMetrics metrics) {
        this.metrics = metrics;
    }

    /** One answer of a board, in words. */
    public record Line(String combination, String outcome, String at) {}

    void take(String decision, String combination, String answer) {
        boolean accepted = answer.equals(FeedbackEntity.ACCEPTED);
        boolean known = Arrays.stream(OverrideReason.values())
                .anyMatch(reason -> reason.code().equals(answer));
        if (!accepted && !known) {
            String wrong = "'" + answer + "' is neither accepted nor a coded reason";
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, wrong, List.of(new Problem.Fault("/answer", wrong)));
        }
        FeedbackEntity row = new FeedbackEntity();
        row.id = UUID.randomUUID();
        row.decisionId = decision;
        row.combination = combination;
        row.outcome = accepted ? FeedbackEntity.ACCEPTED : FeedbackEntity.OVERRIDDEN;
        row.reasonCode = accepted ? null : answer;
        row.receivedAt = clock.instant();
        Database.run(row::persist);
        metrics.taken(row.outcome);
    }

    List<Line> of(String decision) {
        return Database.ask(() -> FeedbackEntity.of(decision)).stream()
                .map(row ->
                        new Line(row.combination, words(row), Times.of(row.receivedAt.truncatedTo(ChronoUnit.SECONDS))))
                .toList();
    }

    private static String words(FeedbackEntity row) {
        return row.reasonCode == null
                ? "accepted"
                : "overridden: "
                        + Arrays.stream(OverrideReason.values())
                                .filter(reason -> reason.code().equals(row.reasonCode))
                                .map(OverrideReason::display)
                                .findFirst()
                                .orElse(row.reasonCode);
    }
}
