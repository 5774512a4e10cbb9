package org.fenton.learning.evaluation;

import java.util.Arrays;
import org.fenton.learning.data.Screen;

/**
 * Cuts a single-agent screen into sensitive and not.
 *
 * <p>A line is sensitive to a compound when its score (minus the area under the dose-response curve) is among the highest fifth of that compound's scores in
 * the training lines: at or above their 80 % point (nearest rank). So a compound's own mean tells nothing, and a test line's score decides no threshold. A
 * compound without a training line has no threshold, and none of its rows is positive.
 */
final class Sensitivity {
    private static final double NOT_SENSITIVE = 0.8;

    private Sensitivity() {}

    static Screen lowestFifth(Screen screen, int[] trainingRows) {
        double[][] scores = new double[screen.drugs().size()][];
        int[] counts = new int[scores.length];
        for (int row : trainingRows) {
            counts[screen.drugA(row)]++;
        }
        Arrays.setAll(scores, drug -> new double[counts[drug]]);
        for (int row : trainingRows) {
            int drug = screen.drugA(row);
            scores[drug][--counts[drug]] = screen.score(row);
        }
        double[] threshold = new double[scores.length];
        for (int drug = 0; drug < scores.length; drug++) {
            Arrays.sort(scores[drug]);
            int rank = (int) Math.ceil(NOT_SENSITIVE * scores[drug].length);
            threshold[drug] = scores[drug].length == 0
                    ? Double.POSITIVE_INFINITY
                    : scores[drug][Math.min(rank, scores[drug].length - 1)];
        }
        boolean[] positive = new boolean[screen.size()];
        double[] score = new double[screen.size()];
        for (int row = 0; row < positive.length; row++) {
            score[row] = screen.score(row);
            positive[row] = score[row] >= threshold[screen.drugA(row)];
        }
        return screen.withOutcomes(positive, score);
    }
}
