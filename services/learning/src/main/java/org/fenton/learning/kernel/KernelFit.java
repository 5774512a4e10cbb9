package org.fenton.learning.kernel;

/**
 * A solved {@link KernelRegression}: what it says of any drugs and any line, seen or not.
 *
 * @param weights of the measured cells in table order (first, second, line); read only
 * @param mean of the measured values
 * @param deviation of the measured values
 */
public record KernelFit(int firsts, int seconds, int lines, double[] weights, double mean, double deviation) {
    /** Solves for the measured cells of {@code table}. */
    public static KernelFit of(Table table, double[][] drugs, double[][] lines, double noise, Arity arity) {
        double[][] second = arity == Arity.PAIRS ? drugs : KernelRegression.single();
        double[] weights = new KernelRegression(table, drugs, second, lines).solve(noise);
        if (arity == Arity.PAIRS) {
            symmetrise(weights, drugs.length, lines.length);
        }
        for (int i = 0; i < weights.length; i++) {
            // What a file keeps is what was judged.
            weights[i] = (float) weights[i];
        }
        return new KernelFit(drugs.length, second.length, lines.length, weights, table.mean(), table.deviation());
    }

    /** Both orders of a pair have one weight but for rounding. */
    private static void symmetrise(double[] weights, int drugs, int lines) {
        for (int a = 0; a < drugs; a++) {
            for (int b = 0; b < a; b++) {
                for (int l = 0; l < lines; l++) {
                    int one = (a * drugs + b) * lines + l;
                    int other = (b * drugs + a) * lines + l;
                    weights[one] = weights[other] = (weights[one] + weights[other]) / 2;
                }
            }
        }
    }

    /** Whether the rows of a screen name one drug or two. */
    public enum Arity {
        SINGLE_AGENTS,
        PAIRS
    }

    /**
     * The table as one line sees it: sum over lines of the weight times the likeness to that line.
     *
     * @param toLines likeness of the line in question to each line of the table
     */
    public double[] seenFrom(double[] toLines) {
        double[] seen = new double[firsts * seconds];
        for (int pair = 0; pair < seen.length; pair++) {
            double sum = 0;
            for (int l = 0; l < lines; l++) {
                sum += weights[pair * lines + l] * toLines[l];
            }
            seen[pair] = sum;
        }
        return seen;
    }

    /**
     * The value of one pair, from {@link #seenFrom}, in standard deviations from the mean.
     *
     * @param toFirst likeness of the first drug to each drug of the table
     * @param toSecond the same of the second, {@code {1}} for a single agent
     */
    public double standardised(double[] seen, double[] toFirst, double[] toSecond) {
        double sum = 0;
        for (int a = 0; a < firsts; a++) {
            if (toFirst[a] != 0) {
                double row = 0;
                for (int b = 0; b < seconds; b++) {
                    row += seen[a * seconds + b] * toSecond[b];
                }
                sum += toFirst[a] * row;
            }
        }
        return sum;
    }
}
