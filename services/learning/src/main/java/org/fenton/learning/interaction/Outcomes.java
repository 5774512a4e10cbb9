package org.fenton.learning.interaction;

import java.util.Arrays;
import org.fenton.learning.data.Screen;

/**
 * The scale on which rows of a screen are learned: outcome = (score - mean) / deviation, the label as 0 or 1 where the screen has no scores.
 *
 * <p>Of pairs the outcome is the score itself. Of drugs alone it is asked which lines a drug acts on, not which drug is the stronger: mean and deviation are the drug's
 * own over the rows learned from. The deviation's square is (sum of squares + {@value #PRIOR} v) / (n + {@value #PRIOR}), v the mean square within all drugs: a drug's only
 * row says nothing and is 0; where no drug's scores differ the deviation is 1. A drug that was not seen has no scale: its score is NaN, missing.
 *
 * @param mean by drug, in the unit of the score; NaN for a drug that was not seen; empty for pairs. Read only
 * @param deviation by drug, in the unit of the score, above 0; empty for pairs. Read only
 */
record Outcomes(double[] mean, double[] deviation) {
    private static final double PRIOR = 5;

    static Outcomes of(Screen screen, int[] rows) {
        if (!screen.singleAgent(rows[0])) {
            return new Outcomes(new double[0], new double[0]);
        }
        int drugs = screen.drugs().size();
        double[] number = new double[drugs];
        double[] mean = new double[drugs];
        for (int row : rows) {
            number[screen.drugA(row)]++;
            mean[screen.drugA(row)] += measured(screen, row);
        }
        for (int drug = 0; drug < drugs; drug++) {
            mean[drug] /= number[drug];
        }
        double[] squares = new double[drugs];
        for (int row : rows) {
            double d = measured(screen, row) - mean[screen.drugA(row)];
            squares[screen.drugA(row)] += d * d;
        }
        double within = Arrays.stream(squares).sum() / rows.length;
        double[] deviation = new double[drugs];
        for (int drug = 0; drug < drugs; drug++) {
            deviation[drug] = within > 0 ? Math.sqrt((squares[drug] + PRIOR * within) / (number[drug] + PRIOR)) : 1;
        }
        return new Outcomes(mean, deviation);
    }

    private static double measured(Screen screen, int row) {
        double score = screen.score(row);
        return Double.isNaN(score) ? (screen.positive(row) ? 1 : 0) : score;
    }

    /** The outcome of a row whose drugs were seen. */
    double outcome(Screen screen, int row) {
        double measured = measured(screen, row);
        int drug = screen.drugA(row);
        return mean.length == 0 ? measured : (measured - mean[drug]) / deviation[drug];
    }

    /** The score, in its unit, that an outcome means for a drug; NaN for a drug alone that was not seen. */
    double score(int drug, double outcome) {
        if (mean.length == 0) {
            return outcome;
        }
        return drug < 0 ? Double.NaN : mean[drug] + deviation[drug] * outcome;
    }
}
