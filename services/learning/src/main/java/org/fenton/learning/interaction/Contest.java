package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.measures.ScoredRows;
import org.fenton.learning.training.FittedModel;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.ScoringModel;
import org.fenton.learning.training.Trainer;

/**
 * Compares trainers on the same inner folds and trains the winner on all rows.
 *
 * <p>In each judged fold a trainer learns from the rows that hold nothing of that fold and answers the rows of it. The kernel alone and blends compete too: the mean log
 * odds of all but the factorization machine, in which the kernel has an equal share, half or three quarters. The blend of equal shares wins unless another is better by ROC AUC in more than chance
 * would have it over the folds.
 *
 * <p>The contest is held with each set of features in turn, from few to many; a larger one is taken when its blend of equal shares is better than that of the set held so far, by the same rule.
 */
final class Contest {
    static final String KERNEL = "kernel";
    static final String ENSEMBLE = "ensemble";

    /** What the kernel counts in each blend, the rest being shared out over the trainers; NaN for an equal share. */
    private static final Map<String, Double> BLENDS =
            Map.of(ENSEMBLE, Double.NaN, "blend-half-kernel", 0.5, "blend-mostly-kernel", 0.75);

    private final FeatureSchema schema;
    private final Plan plan;
    private final long seed;
    private final int kernelFeature;

    /** Rows to learn from when a fold is judged, and the rows of that fold. */
    record Judged(Rows learned, Rows answered) {}

    /** The rows with the features of one set; made when asked for, since several sets would not fit beside each other. */
    interface Material {
        /** Rows that the winner is trained on at last. */
        Rows all(FeatureSet features);

        List<Judged> judged(FeatureSet features);
    }

    /** Everybody with one set of features. */
    private record Field(
            FeatureSet features,
            Map<String, List<double[]>> raw,
            Map<String, Recalibration> calibrations,
            Map<String, double[]> areas) {}

    /**
     * A competitor's mean ROC AUC over the judged folds.
     *
     * @param standardError of its mean advantage over the ensemble, fold by fold
     */
    record Tried(String name, double innerRocAuc, double standardError) {}

    /** @param scores of the winner on the rows answered in the judged folds, fold after fold, from models that had not seen their fold */
    record Outcome(Verdict verdict, FeatureSet features, double[] scores) {}

    /** Who competed with which features, best first, and what was trained. */
    record Verdict(List<Tried> tried, Scorer scorer) {}

    Contest(FeatureSchema schema, Plan plan, long seed) {
        this.schema = schema;
        this.plan = plan;
        this.seed = seed;
        this.kernelFeature = schema.indexOf("kernel:expected");
    }

    Outcome run(Material material, Consumer<String> progress) {
        List<Field> fields = plan.featureSets().stream()
                .map(features -> field(features, material.judged(features)))
                .toList();
        Field chosen = fields.get(0);
        for (Field larger : fields.subList(1, fields.size())) {
            Tried with =
                    tried(ENSEMBLE, larger.areas().get(ENSEMBLE), chosen.areas().get(ENSEMBLE));
            if (mean(larger.areas().get(ENSEMBLE)) - mean(chosen.areas().get(ENSEMBLE)) > with.standardError()) {
                chosen = larger;
            }
        }
        List<Tried> all = new ArrayList<>();
        for (Field field : fields) {
            tried(field)
                    .forEach(t ->
                            all.add(new Tried(field.features().named(t.name()), t.innerRocAuc(), t.standardError())));
        }
        all.sort(Comparator.comparingDouble(t -> -t.innerRocAuc()));
        all.forEach(t -> progress.accept("  inner ROC AUC of %s: %.4f".formatted(t.name(), t.innerRocAuc())));
        String best = best(tried(chosen));
        progress.accept("  chosen: " + chosen.features().named(best));
        return new Outcome(
                new Verdict(all, winner(best, chosen, material.all(chosen.features()))),
                chosen.features(),
                joinedScores(chosen.raw().get(best)));
    }

    private Field field(FeatureSet features, List<Judged> judged) {
        Map<String, List<double[]>> raw = new LinkedHashMap<>();
        for (Judged fold : judged) {
            raw.computeIfAbsent(KERNEL, k -> new ArrayList<>()).add(kernelScores(fold.answered()));
            List<ScoringModel> models = train(plan.trainers(), fold.learned());
            for (int t = 0; t < models.size(); t++) {
                raw.computeIfAbsent(plan.trainers().get(t).name(), k -> new ArrayList<>())
                        .add(scores(models.get(t), fold.answered()));
            }
        }
        boolean[] labels = joined(judged);
        Map<String, Recalibration> calibrations = new LinkedHashMap<>();
        raw.forEach((name, folds) -> calibrations.put(name, Recalibration.fit(joinedScores(folds), labels)));
        new TreeMap<>(BLENDS).forEach((name, share) -> raw.put(name, blend(raw, calibrations, share)));
        Map<String, double[]> areas = new LinkedHashMap<>();
        raw.forEach((name, folds) -> areas.put(
                name,
                IntStream.range(0, folds.size())
                        .mapToDouble(f ->
                                rocAuc(folds.get(f), judged.get(f).answered().positive()))
                        .toArray()));
        return new Field(features, raw, calibrations, areas);
    }

    /** Who competed in a field, best first. */
    private static List<Tried> tried(Field field) {
        return field.areas().entrySet().stream()
                .map(e -> tried(e.getKey(), e.getValue(), field.areas().get(ENSEMBLE)))
                .sorted(Comparator.comparingDouble(t -> -t.innerRocAuc()))
                .toList();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static Tried tried(String name, double[] own, double[] ensemble) {
        double[] advantage = IntStream.range(0, own.length)
                .mapToDouble(f -> own[f] - ensemble[f])
                .toArray();
        double mean = mean(advantage);
        double squares =
                Arrays.stream(advantage).map(a -> (a - mean) * (a - mean)).sum();
        return new Tried(name, mean(own), own.length < 2 ? 0 : Math.sqrt(squares / (own.length - 1) / own.length));
    }

    /** The ensemble unless another is better by more than the standard error of its advantage: a few folds tell close competitors badly apart. */
    private static String best(List<Tried> tried) {
        Tried ensemble = tried.stream()
                .filter(t -> t.name().equals(ENSEMBLE))
                .findFirst()
                .orElseThrow();
        return tried.stream()
                .filter(t -> t.innerRocAuc() - ensemble.innerRocAuc() > t.standardError())
                .map(Tried::name)
                .findFirst()
                .orElse(ENSEMBLE);
    }

    private List<ScoringModel> train(List<ModelChoice> choices, Rows rows) {
        return new Trainer(schema, seed)
                .train(choices, rows).stream().map(FittedModel::scoring).toList();
    }

    private static double[] scores(ScoringModel model, Rows rows) {
        return rows.vectors().stream().mapToDouble(model::probability).toArray();
    }

    private double[] kernelScores(Rows rows) {
        return rows.vectors().stream()
                .mapToDouble(vector -> Scorer.sigmoid(vector[kernelFeature]))
                .toArray();
    }

    private static boolean[] joined(List<Judged> judged) {
        boolean[] labels = new boolean
                [judged.stream().mapToInt(fold -> fold.answered().size()).sum()];
        int at = 0;
        for (Judged fold : judged) {
            for (boolean label : fold.answered().positive()) {
                labels[at++] = label;
            }
        }
        return labels;
    }

    private static double[] joinedScores(List<double[]> folds) {
        return folds.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** What a blend averages, with weights that sum to 1. */
    private Map<String, Double> members(double kernelShare) {
        List<String> trainers = plan.trainers().stream()
                .filter(t -> t.family() != ModelChoice.Family.FACTORIZATION_MACHINE)
                .map(ModelChoice::name)
                .toList();
        double kernel = Double.isNaN(kernelShare) ? 1.0 / (trainers.size() + 1) : kernelShare;
        Map<String, Double> members = new LinkedHashMap<>();
        members.put(KERNEL, kernel);
        trainers.forEach(name -> members.put(name, (1 - kernel) / trainers.size()));
        return members;
    }

    private List<double[]> blend(
            Map<String, List<double[]>> raw, Map<String, Recalibration> calibrations, double kernelShare) {
        List<double[]> folds = new ArrayList<>();
        for (int fold = 0; fold < raw.get(KERNEL).size(); fold++) {
            double[] mean = new double[raw.get(KERNEL).get(fold).length];
            for (var member : members(kernelShare).entrySet()) {
                double[] scores = raw.get(member.getKey()).get(fold);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += member.getValue()
                            * Scorer.logOdds(calibrations.get(member.getKey()).apply(scores[i]));
                }
            }
            folds.add(Arrays.stream(mean).map(Scorer::sigmoid).toArray());
        }
        return folds;
    }

    private static double rocAuc(double[] scores, boolean[] positive) {
        double area = new ScoredRows(scores, positive).measures().rocAuc();
        return Double.isNaN(area) ? 0.5 : area;
    }

    private Scorer winner(String best, Field field, Rows all) {
        Map<String, Double> weights = BLENDS.containsKey(best) ? members(BLENDS.get(best)) : Map.of(best, 1.0);
        List<ModelChoice> trained = plan.trainers().stream()
                .filter(t -> weights.containsKey(t.name()))
                .toList();
        List<ScoringModel> models = trained.isEmpty() ? List.of() : train(trained, all);
        Map<String, ScoringModel> byName = new HashMap<>();
        for (int t = 0; t < models.size(); t++) {
            byName.put(trained.get(t).name(), models.get(t));
        }
        List<Scorer.Member> members = new ArrayList<>();
        weights.forEach((name, weight) -> members.add(
                new Scorer.Member(byName.get(name), field.calibrations().get(name), weight)));
        return new Scorer(field.features().named(best), members, kernelFeature);
    }
}
