package org.fenton.learning.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fenton.learning.evaluation.ProtocolReport.Coverage;
import org.fenton.learning.evaluation.ProtocolReport.Uncertainty;
import org.fenton.learning.evaluation.ProtocolRun.Judged;
import org.fenton.learning.measures.Measure;
import org.fenton.learning.training.RowModel;
import org.jspecify.annotations.Nullable;

/** How often the model's prediction sets hold the measured label, in all and by tissue, and what it would rather not answer. */
final class SetCoverage {
    private final List<Judged> folds;
    private final String model;

    SetCoverage(List<Judged> folds, String model) {
        this.folds = folds;
        this.model = model;
    }

    /** Null when the model makes neither sets nor abstentions. */
    @Nullable
    Uncertainty summary() {
        boolean sets = folds.stream().allMatch(f -> answers(f).sets().length > 0);
        boolean abstains = folds.stream().allMatch(f -> answers(f).abstained().length > 0);
        if (!sets && !abstains) {
            return null;
        }
        int[] total = new int[3];
        Map<String, int[]> byTissue = new TreeMap<>();
        for (Judged fold : folds) {
            for (int i = 0; i < answers(fold).sets().length; i++) {
                int row = fold.split().testRows()[i];
                byte set = answers(fold).sets()[i];
                byte label = fold.screen().positive(row) ? RowModel.HOLDS_POSITIVE : RowModel.HOLDS_NEGATIVE;
                for (int[] counts :
                        List.of(total, byTissue.computeIfAbsent(fold.screen().tissue(row), t -> new int[3]))) {
                    counts[0]++;
                    counts[1] += (set & label) != 0 ? 1 : 0;
                    counts[2] += Integer.bitCount(set);
                }
            }
        }
        Map<String, Coverage> tissues = new TreeMap<>();
        byTissue.forEach((tissue, counts) -> tissues.put(tissue, coverage(counts)));
        return new Uncertainty(
                sets ? answers(folds.get(0)).nominalCoverage() : null,
                sets ? coverage(total) : null,
                tissues,
                abstains ? ReportMaker.round(abstained()) : null,
                abstains ? answeredRocAuc() : null);
    }

    private Answers answers(Judged fold) {
        return fold.answers().get(model);
    }

    private static Coverage coverage(int[] counts) {
        return new Coverage(
                counts[0],
                ReportMaker.round((double) counts[1] / counts[0]),
                ReportMaker.round((double) counts[2] / counts[0]));
    }

    private double abstained() {
        long rows = 0;
        long abstained = 0;
        for (Judged fold : folds) {
            for (boolean each : answers(fold).abstained()) {
                rows++;
                abstained += each ? 1 : 0;
            }
        }
        return (double) abstained / rows;
    }

    private @Nullable Double answeredRocAuc() {
        Double mean = UnitBootstrap.mean(folds.stream()
                        .map(fold -> {
                            Answers answers = answers(fold);
                            int[] kept = IntStream.range(0, answers.probability().length)
                                    .filter(i -> !answers.abstained()[i] && !Double.isNaN(answers.probability()[i]))
                                    .toArray();
                            return ReportMaker.judged(fold, answers, kept).measures();
                        })
                        .toList())
                .get(Measure.ROC_AUC);
        return mean == null ? null : ReportMaker.round(mean);
    }
}
