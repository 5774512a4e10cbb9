package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenton.learning.kernel.DrugPart;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.measures.ScoredRows;

/**
 * Chooses the kernel's noise, and where a plan tries several the weight of a drug's identity, on inner folds, by the kernel's own mean ROC AUC on the rows answered in them. The shares of the ways of being alike are fixed: shares drawn at random and
 * chosen on inner folds did no better outside (docs/science.md).
 */
final class SettingSearch {
    private static final double OWN_LINE = 0.4;

    private final Lesson lesson;
    private final Plan plan;

    SettingSearch(Lesson lesson, Plan plan) {
        this.lesson = lesson;
        this.plan = plan;
    }

    KernelSetting run(Consumer<String> progress) {
        KernelSetting best = null;
        double area = Double.NEGATIVE_INFINITY;
        for (double ownDrug : plan.ownDrugs()) {
            for (double noise : plan.noises()) {
                KernelSetting setting = KernelSetting.of(ownDrug, OWN_LINE, noise);
                double judged = judge(setting);
                if (judged > area) {
                    area = judged;
                    best = setting;
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("a plan names at least one weight of a drug's identity and one noise");
        }
        progress.accept("  kernel: own drug %s, noise %s, inner ROC AUC %.4f"
                .formatted(best.drug().get(DrugPart.IDENTITY), best.noise(), area));
        return best;
    }

    private double judge(KernelSetting setting) {
        Cast cast = Cast.of(setting, lesson.screen(), lesson.traits());
        List<Double> areas = new ArrayList<>();
        for (int fold = 0;
                fold < Math.min(plan.searchedFolds(), lesson.division().folds());
                fold++) {
            int judged = fold;
            Evidence evidence = Evidence.of(lesson.screen(), cast, lesson.learnedIn(fold));
            areas.add(rocAuc(
                    evidence,
                    IntStream.of(lesson.ownRows())
                            .filter(r -> lesson.division().answeredIn(r) == judged)
                            .toArray()));
        }
        return areas.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
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
