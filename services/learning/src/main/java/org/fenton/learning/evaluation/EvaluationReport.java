package org.fenton.learning.evaluation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.fenton.learning.evaluation.LeaveDrugEvaluation.FoldReport;
import org.fenton.learning.measures.Measures;
import org.fenton.learning.training.LearningPlan;

/**
 * All figures of one protocol.
 *
 * @param model the chosen model on all test rows
 * @param subgroups the same model where less is known
 * @param baselines predictions without features, on the same rows
 * @param undefinedRows test rows for which a baseline has no value, by baseline and fold
 */
public record EvaluationReport(
        String protocol,
        String regime,
        long seed,
        Summary model,
        Map<String, Summary> subgroups,
        Map<String, Summary> baselines,
        Map<String, List<Integer>> undefinedRows,
        List<FoldReport> folds) {
    static final String MODEL = "model";
    static final String WITHOUT_PATHWAYS = "without-pathways";
    static final String BOTH_DRUGS_UNSEEN = "both-drugs-unseen";
    static final String SHUFFLED = "label-shuffled-control";

    private static final String REGIME =
            "Drugs are dealt into folds. Test rows: every pair with at least one held-out drug."
                    + " Training rows: pairs with none. Model choice, calibration, intervals and reach are decided on inner folds of"
                    + " the training rows by the same rule. Intervals: 95 % bootstrap over pairs within folds, of the mean over folds.";

    /** Mean over folds with its interval, and each fold's own value. */
    public record Figure(double mean, double lower, double upper, List<Double> folds) {}

    /**
     * The figures of one predictor.
     *
     * @param figures by measure, written as fields of the summary; empty where the predictor is defined for no row
     */
    public record Summary(int rows, @JsonAnyGetter Map<String, Figure> figures) {}

    /** Names of the measures in reports, in their order. */
    static Map<String, ToDoubleFunction<Measures>> measures() {
        Map<String, ToDoubleFunction<Measures>> measures = new LinkedHashMap<>();
        measures.put("roc_auc", Measures::rocAuc);
        measures.put("pr_auc", Measures::prAuc);
        measures.put("brier", Measures::brier);
        measures.put("calibration_error", Measures::calibrationError);
        measures.put("base_rate", Measures::baseRate);
        return measures;
    }

    static EvaluationReport of(
            LearningPlan plan,
            Map<String, List<PairBootstrap.Fold>> predictors,
            Map<String, List<Integer>> undefined,
            List<FoldReport> folds) {
        Map<String, Summary> all = new LinkedHashMap<>();
        predictors.forEach((name, scored) -> all.put(name, summary(scored, plan.seed())));
        Summary model = all.remove(MODEL);
        Map<String, Summary> subgroups = new TreeMap<>();
        for (String name : List.of(WITHOUT_PATHWAYS, BOTH_DRUGS_UNSEEN)) {
            subgroups.put(name, all.remove(name));
        }
        return new EvaluationReport(
                LeaveDrugEvaluation.PROTOCOL,
                REGIME,
                plan.seed(),
                model,
                subgroups,
                all,
                new TreeMap<>(undefined),
                folds);
    }

    private static Summary summary(List<PairBootstrap.Fold> folds, long seed) {
        int rows = folds.stream().mapToInt(f -> f.rows().size()).sum();
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<PairBootstrap.Fold> filled =
                folds.stream().filter(f -> f.rows().size() > 0).toList();
        if (filled.isEmpty()) {
            return new Summary(0, figures);
        }
        var intervals = new PairBootstrap(seed).intervals(filled, measures());
        List<Measures> perFold = filled.stream().map(f -> f.rows().measures()).toList();
        measures().forEach((name, measure) -> {
            List<Double> values = new ArrayList<>();
            perFold.forEach(m -> values.add(measure.applyAsDouble(m)));
            double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
            figures.put(
                    name,
                    new Figure(
                            mean,
                            intervals.get(name).lower(),
                            intervals.get(name).upper(),
                            values));
        });
        return new Summary(rows, figures);
    }
}
