package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.ranking.Ledger;
import org.fenton.core.ranking.Term;
import org.fenton.core.ranking.UnknownTerm;

/** A ledger drawn as steps from 0 to the score: each term begins where the one before ended. */
public record Waterfall(List<Step> steps, List<Unknown> unknown, Step total, String lower, String upper) {
    private static final double LENGTH = 220;
    private static final double MARGIN = 6;

    /**
     * @param x where the bar begins
     * @param end where the next one begins
     */
    public record Step(
            String label,
            String range,
            String value,
            String weight,
            String contribution,
            double x,
            double width,
            double zero,
            double end,
            String tone,
            String comment,
            List<Reference> sources) {}

    public record Unknown(String label, String doubt, String reason) {}

    static Waterfall of(Ledger ledger) {
        Scale scale = Scale.of(ledger);
        List<Step> steps = new ArrayList<>();
        double sum = 0;
        for (Term term : ledger.terms()) {
            double next = sum + term.contribution();
            steps.add(new Step(
                    term.kind().label(),
                    term.kind().range(),
                    Numbers.signed(term.value()),
                    Numbers.plain(term.weight()),
                    Numbers.signed(term.contribution()),
                    scale.at(Math.min(sum, next)),
                    scale.length(term.contribution()),
                    scale.at(0),
                    scale.at(next),
                    term.contribution() < 0 ? "con" : "pro",
                    term.comment(),
                    Reference.of(term.sources())));
            sum = next;
        }
        Step total = new Step(
                "score",
                "",
                "",
                "",
                Numbers.signed(ledger.score()),
                scale.at(Math.min(0, ledger.score())),
                scale.length(ledger.score()),
                scale.at(0),
                scale.at(ledger.score()),
                "sum",
                "",
                List.of());
        return new Waterfall(
                steps,
                ledger.unknown().stream().map(Waterfall::unknown).toList(),
                total,
                Numbers.plain(ledger.lower()),
                Numbers.plain(ledger.upper()));
    }

    private static Unknown unknown(UnknownTerm term) {
        return new Unknown(term.kind().label(), Numbers.plain(term.doubt()), term.reason());
    }

    private record Scale(double low, double high) {
        static Scale of(Ledger ledger) {
            double low = 0;
            double high = 0;
            double sum = 0;
            for (Term term : ledger.terms()) {
                sum += term.contribution();
                low = Math.min(low, sum);
                high = Math.max(high, sum);
            }
            return new Scale(low, high == low ? low + 1 : high);
        }

        double at(double value) {
            return rounded(MARGIN + (value - low) / (high - low) * (LENGTH - 2 * MARGIN));
        }

        double length(double value) {
            return rounded(Math.abs(value) / (high - low) * (LENGTH - 2 * MARGIN));
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
