package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.measures.ScoredRows;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.ScoringModel;
import org.fenton.learning.training.Trainer;

/**
 * Compares trainers on the same inner folds and trains the winner on all rows.
 *
 * <p>In each judged fold a trainer learns from the rows that hold nothing of that fold and answers the rows of it. The kernel alone and the ensemble, the mean log odds of all but the factorization machine, compete too. The ensemble wins unless one is clearly better by mean ROC AUC.
 */
final class Contest {
    static final String KERNEL = "kernel";
    static final String ENSEMBLE = "ensemble";

    private final FeatureSchema schema;
    private final Plan plan;
    private final long seed;
    private final Material material;
    private final int kernelFeature;

    /**
     * What is learned from.
     *
     * @param vectors standardised, one a row, made without the row's own fold
     * @param fold the fold each row is answered in
     * @param mayTrain whether a row may be learned from when a fold is judged, by fold and row
     */
    record Material(List<double[]> vectors, boolean[] positive, int[] fold, boolean[][] mayTrain) {}

    /** A competitor's mean ROC AUC over the judged folds. */
    record Tried(String name, double innerRocAuc, double standardError) {}

    /**
     * @param judged rows of the judged folds
     * @param scores of the winner on those rows, from models that had not seen their fold
     */
    record Outcome(Verdict verdict, int[] judged, double[] scores) {}

    /** Who competed, best first, and what was trained. */
    record Verdict(List<Tried> tried, Scorer scorer) {}

    Contest(FeatureSchema schema, Plan plan, long seed, Material material) {
        this.schema = schema;
        this.plan = plan;
        this.seed = seed;
        this.material = material;
        this.kernelFeature = schema.indexOf("kernel:expected");
    }

    Outcome run(Consumer<String> progress) {
        Map<String, List<double[]>> raw = new LinkedHashMap<>();
        List<int[]> tests = new ArrayList<>();
        for (int fold = 0; fold < material.mayTrain().length; fold++) {
            int judged = fold;
            int[] train = rows(i -> material.mayTrain()[judged][i]);
            int[] test = rows(i -> material.fold()[i] == judged);
            tests.add(test);
            raw.computeIfAbsent(KERNEL, k -> new ArrayList<>()).add(kernelScores(test));
            for (ModelChoice choice : plan.trainers()) {
                raw.computeIfAbsent(choice.name(), k -> new ArrayList<>()).add(scores(train(choice, train), test));
            }
        }
        int[] judged = tests.stream().flatMapToInt(Arrays::stream).toArray();
        Map<String, Recalibration> calibrations = new LinkedHashMap<>();
        raw.forEach((name, folds) -> calibrations.put(name, Recalibration.fit(joined(folds), labels(judged))));
        raw.put(ENSEMBLE, ensemble(raw, calibrations));
        List<Tried> tried = new ArrayList<>();
        raw.forEach((name, folds) -> tried.add(tried(name, folds, tests)));
        tried.sort(Comparator.comparingDouble(t -> -t.innerRocAuc()));
        tried.forEach(t -> progress.accept("  inner ROC AUC of %s: %.4f".formatted(t.name(), t.innerRocAuc())));
        String best = best(tried);
        return new Outcome(new Verdict(tried, winner(best, calibrations)), judged, joined(raw.get(best)));
    }

    private Tried tried(String name, List<double[]> folds, List<int[]> tests) {
        double[] areas = IntStream.range(0, folds.size())
                .mapToDouble(f -> rocAuc(folds.get(f), tests.get(f)))
                .filter(area -> !Double.isNaN(area))
                .toArray();
        double mean = Arrays.stream(areas).average().orElse(0.5);
        double squares = Arrays.stream(areas).map(a -> (a - mean) * (a - mean)).sum();
        return new Tried(name, mean, areas.length < 2 ? 0 : Math.sqrt(squares / (areas.length - 1) / areas.length));
    }

    /** The ensemble unless a single one is better by more than that one's standard error over the folds: a few folds tell close competitors badly apart. */
    private static String best(List<Tried> tried) {
        Tried first = tried.get(0);
        Tried ensemble = tried.stream()
                .filter(t -> t.name().equals(ENSEMBLE))
                .findFirst()
                .orElseThrow();
        return first.innerRocAuc() - ensemble.innerRocAuc() > first.standardError() ? first.name() : ENSEMBLE;
    }

    private int[] rows(java.util.function.IntPredicate which) {
        return IntStream.range(0, material.vectors().size()).filter(which).toArray();
    }

    private ScoringModel train(ModelChoice choice, int[] allowed) {
        int step = (allowed.length + plan.trainerRows() - 1) / plan.trainerRows();
        int[] rows = IntStream.range(0, allowed.length)
                .filter(i -> i % step == 0)
                .map(i -> allowed[i])
                .toArray();
        List<double[]> vectors =
                Arrays.stream(rows).mapToObj(material.vectors()::get).toList();
        return new Trainer(schema, seed)
                .train(choice, new Rows(vectors, labels(rows)))
                .scoring();
    }

    private double[] scores(ScoringModel model, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> model.probability(material.vectors().get(row)))
                .toArray();
    }

    private double[] kernelScores(int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Scorer.sigmoid(material.vectors().get(row)[kernelFeature]))
                .toArray();
    }

    private boolean[] labels(int[] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = material.positive()[rows[i]];
        }
        return labels;
    }

    private static double[] joined(List<double[]> folds) {
        return folds.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Names of what the ensemble averages. */
    private List<String> members() {
        List<String> members = new ArrayList<>(List.of(KERNEL));
        plan.trainers().stream()
                .filter(t -> t.family() != ModelChoice.Family.FACTORIZATION_MACHINE)
                .map(ModelChoice::name)
                .forEach(members::add);
        return members;
    }

    private List<double[]> ensemble(Map<String, List<double[]>> raw, Map<String, Recalibration> calibrations) {
        List<double[]> folds = new ArrayList<>();
        for (int fold = 0; fold < raw.get(KERNEL).size(); fold++) {
            double[] mean = new double[raw.get(KERNEL).get(fold).length];
            for (String member : members()) {
                double[] scores = raw.get(member).get(fold);
                for (int i = 0; i < mean.length; i++) {
                    double p = Math.max(
                            1e-6, Math.min(1 - 1e-6, calibrations.get(member).apply(scores[i])));
                    mean[i] += Math.log(p / (1 - p)) / members().size();
                }
            }
            folds.add(Arrays.stream(mean).map(Scorer::sigmoid).toArray());
        }
        return folds;
    }

    private double rocAuc(double[] scores, int[] rows) {
        return new ScoredRows(scores, labels(rows)).measures().rocAuc();
    }

    private Scorer winner(String best, Map<String, Recalibration> calibrations) {
        List<String> names = best.equals(ENSEMBLE) ? members() : List.of(best);
        int[] all = rows(i -> true);
        List<Scorer.Member> members = new ArrayList<>();
        for (String name : names) {
            ScoringModel model = plan.trainers().stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .map(choice -> train(choice, all))
                    .orElse(null);
            members.add(new Scorer.Member(model, calibrations.get(name)));
        }
        return new Scorer(best, members, kernelFeature);
    }
}
