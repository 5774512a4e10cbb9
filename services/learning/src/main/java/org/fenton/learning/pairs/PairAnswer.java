package org.fenton.learning.pairs;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer to one row; NaN is no number.
 *
 * @param lower end of the interval of {@code synergy}, as is {@code upper}
 * @param distance of the row from what the synergy head learned from
 * @param why empty where the numbers stand without reserve
 * @param reason what the user must know of the row; may say something where nothing is abstained on
 */
public record PairAnswer(
        double benefit,
        double synergy,
        double expectedScore,
        double lower,
        double upper,
        double distance,
        Optional<Why> why,
        String reason) {
    private static final double MILLIONTHS = 1e6;

    static PairAnswer none(Why why, String reason) {
        return new PairAnswer(
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Optional.of(why), reason);
    }

    public static String header() {
        return "drug_a\tdrug_b\tcell_line\tp_benefit\tp_synergy\texpected_score\tlower\tupper\tdistance\tabstained\treason\n";
    }

    /** The value as the line of the row tells it, to six decimals; empty where there is none. */
    public static OptionalDouble told(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(number(value)));
    }

    /** The line of the row, with its line feed. */
    public String line(PairRow row) {
        return Stream.of(
                        row.drugA(),
                        row.drugB(),
                        row.cellLine(),
                        number(benefit),
                        number(synergy),
                        number(expectedScore),
                        number(lower),
                        number(upper),
                        number(distance),
                        Boolean.toString(why.isPresent()),
                        reason)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    /** Six decimals; nothing where there is no number. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        long millionths = Math.round(Math.abs(value) * MILLIONTHS);
        String digits = Long.toString(millionths % (long) MILLIONTHS);
        return (value < 0 && millionths > 0 ? "-" : "")
                + millionths / (long) MILLIONTHS
                + "."
                + "0".repeat(6 - digits.length())
                + digits;
    }
}
