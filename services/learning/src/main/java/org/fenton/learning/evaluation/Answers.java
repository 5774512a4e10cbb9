package org.fenton.learning.evaluation;

import org.fenton.learning.training.RowModel;

/**
 * What one predictor said about the test rows of one fold, in their order.
 *
 * @param expected empty when no score is expected of any row
 * @param sets conformal sets as bits, empty when the predictor makes none
 * @param abstained empty when it always answers
 * @param notes JSON object
 */
record Answers(
        double[] probability,
        double[] expected,
        byte[] sets,
        boolean[] abstained,
        double nominalCoverage,
        double threshold,
        byte[] notes) {
    static Answers of(RowModel model, int[] rows, double threshold) {
        double[] probability = model.probabilities(rows);
        double[] expected = model.expectedScores(rows);
        byte[] sets = model.predictionSets(rows);
        boolean[] abstained = model.abstentions(rows);
        same(rows.length, probability.length, "probabilities");
        same(rows.length, expected.length, "expected scores");
        if (sets.length > 0) {
            same(rows.length, sets.length, "prediction sets");
        }
        if (abstained.length > 0) {
            same(rows.length, abstained.length, "abstentions");
        }
        boolean none = java.util.Arrays.stream(expected).allMatch(Double::isNaN);
        return new Answers(
                probability,
                none ? new double[0] : expected,
                sets,
                abstained,
                model.nominalCoverage(),
                threshold,
                org.fenton.learning.files.Json.pretty(model.notes()));
    }

    private static void same(int rows, int answers, String what) {
        if (rows != answers) {
            throw new IllegalStateException(answers + " " + what + " for " + rows + " rows");
        }
    }

    int undefined() {
        return (int) java.util.Arrays.stream(probability).filter(Double::isNaN).count();
    }
}
