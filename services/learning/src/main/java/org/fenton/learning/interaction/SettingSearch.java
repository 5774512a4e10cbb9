package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.measures.ScoredRows;

/**
 * Chooses the kernel's setting on inner folds, one number after the other: noise, then how much of a drug is its own, then how much of a line is. The kernel's own mean ROC AUC
 * on the rows answered in the judged folds decides.
 */
final class SettingSearch {
    private final Lesson lesson;
    private final Plan plan;
    private final Map<KernelSetting, Double> tried = new LinkedHashMap<>();

    SettingSearch(Lesson lesson, Plan plan) {
        this.lesson = lesson;
        this.plan = plan;
    }

    KernelSetting run(Consumer<String> progress) {
        double drug = plan.ownDrugs().get(0);
        double line = plan.ownLines().get(0);
        double noise = best(plan.noises(), n -> KernelSetting.of(drug, line, n));
        double ownDrug = best(plan.ownDrugs(), d -> KernelSetting.of(d, line, noise));
        double ownLine = best(plan.ownLines(), l -> KernelSetting.of(ownDrug, l, noise));
        KernelSetting chosen = KernelSetting.of(ownDrug, ownLine, noise);
        progress.accept("  kernel: noise %s, own share of drugs %s, of lines %s, inner ROC AUC %.4f"
                .formatted(noise, ownDrug, ownLine, judge(chosen)));
        return chosen;
    }

    private double best(List<Double> values, DoubleFunction<KernelSetting> setting) {
        double best = values.get(0);
        for (double value : values) {
            if (judge(setting.apply(value)) > judge(setting.apply(best))) {
                best = value;
            }
        }
        return best;
    }

    private double judge(KernelSetting setting) {
        Double known = tried.get(setting);
        if (known != null) {
            return known;
        }
        Cast cast = Cast.of(setting, lesson.screen(), lesson.traits());
        List<Double> areas = new ArrayList<>();
        for (int fold = 0;
                fold < Math.min(plan.searchedFolds(), lesson.division().folds());
                fold++) {
            int judged = fold;
            Evidence evidence = Evidence.of(lesson.screen(), cast, lesson.learnedIn(fold));
            areas.add(rocAuc(
                    evidence,
                    IntStream.of(lesson.rows())
                            .filter(r -> lesson.division().answeredIn(r) == judged)
                            .toArray()));
        }
        double mean = areas.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        tried.put(setting, mean);
        return mean;
    }

    private double rocAuc(Evidence evidence, int[] judged) {
        double[] scores = new double[judged.length];
        boolean[] positive = new boolean[judged.length];
        for (int i = 0; i < judged.length; i++) {
            Lesson.Asked asked = lesson.asked(evidence, judged[i]);
            scores[i] = Scorer.sigmoid(evidence.kernel(asked.a(), asked.b(), asked.view()));
            positive[i] = lesson.screen().positive(judged[i]);
        }
        double area = new ScoredRows(scores, positive).measures().rocAuc();
        return Double.isNaN(area) ? 0.5 : area;
    }
}
