package org.fenton.learning.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.data.TrainingData.Row;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.measures.ScoredRows;

/**
 * Learns a head from rows: chooses the model, calibrates it, measures its intervals and its reach.
 *
 * <p>Everything is decided on inner folds that hold drugs out of the given rows; nothing else is looked at. The chosen
 * model is then trained once more on all given rows.
 */
public final class Learner {
    private static final double REACH = 0.95;
    private static final int LINES_FOR_A_SHARE = 10;

    private final TrainingData data;
    private final PairFeatures features;
    private final LearningPlan plan;
    private final Consumer<String> progress;

    public Learner(TrainingData data, PairFeatures features, LearningPlan plan, Consumer<String> progress) {
        this.data = data;
        this.features = features;
        this.plan = plan;
        this.progress = progress;
    }

    /** A row of an inner fold with the raw probability of each view. */
    private record HeldOut(Row row, Map<StateView, Double> raw) {}

    public LearnedHead learn(List<Integer> rows) {
        DrugFolds folds = DrugFolds.deal(data, rows, plan.innerFolds(), plan.seed() + 1);
        Map<ModelChoice, List<List<HeldOut>>> heldOut = validate(folds, rows);
        List<LearnedHead.Tried> tried = new ArrayList<>();
        heldOut.forEach((choice, scored) -> {
            double auc = scored.stream().mapToDouble(Learner::rocAuc).average().orElseThrow();
            tried.add(new LearnedHead.Tried(choice, auc));
            progress.accept("inner validation of %s: ROC AUC %.4f".formatted(choice.name(), auc));
        });
        // A stable sort: of equally good candidates the one listed first, the simpler, wins.
        tried.sort(Comparator.comparingDouble(t -> -t.innerRocAuc()));
        ModelChoice best = tried.get(0).choice();
        List<HeldOut> evidence =
                heldOut.get(best).stream().flatMap(List::stream).toList();
        return new LearnedHead(tried, fit(best, rows), views(evidence), novelty(rows), reach(folds, rows));
    }

    /** The held-out rows of each inner fold as each candidate scores them. */
    private Map<ModelChoice, List<List<HeldOut>>> validate(DrugFolds folds, List<Integer> rows) {
        Trainer trainer = new Trainer(features.schema(), plan.seed());
        Map<ModelChoice, List<List<HeldOut>>> heldOut = new LinkedHashMap<>();
        for (int fold = 0; fold < plan.innerFoldsUsed(); fold++) {
            DrugFolds.Split split = folds.split(data, rows, fold);
            var dataset = trainer.dataset(selection(split.trainingRows()));
            for (ModelChoice choice : plan.candidates()) {
                heldOut.computeIfAbsent(choice, c -> new ArrayList<>())
                        .add(score(trainer.train(choice, dataset), split.testRows()));
            }
        }
        return heldOut;
    }

    private RowSelection selection(List<Integer> rows) {
        return new RowSelection(data, features, rows, plan.labels(), plan.seed());
    }

    private FittedModel fit(ModelChoice choice, List<Integer> rows) {
        return new Trainer(features.schema(), plan.seed()).train(choice, selection(rows));
    }

    private List<HeldOut> score(FittedModel model, List<Integer> rows) {
        List<HeldOut> scored = new ArrayList<>();
        for (int index : rows) {
            Row row = data.rows().get(index);
            Map<StateView, Double> raw = new EnumMap<>(StateView.class);
            for (StateView view : StateView.values()) {
                raw.put(view, model.scoring().probability(vector(view, row)));
            }
            scored.add(new HeldOut(row, raw));
        }
        return scored;
    }

    private double[] vector(StateView view, Row row) {
        return features.vector(
                view.show(data.lines().get(row.line()).state()), describe(row.drugA()), describe(row.drugB()));
    }

    private DrugDescription describe(int drug) {
        return data.drugs().get(drug).description();
    }

    private static double rocAuc(List<HeldOut> scored) {
        return new ScoredRows(raw(scored, StateView.WITH_PATHWAYS), outcomes(scored))
                .measures()
                .rocAuc();
    }

    private static double[] raw(List<HeldOut> scored, StateView view) {
        return scored.stream().mapToDouble(h -> h.raw().get(view)).toArray();
    }

    private static boolean[] outcomes(List<HeldOut> scored) {
        boolean[] outcomes = new boolean[scored.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = scored.get(i).row().synergistic();
        }
        return outcomes;
    }

    private Map<StateView, LearnedHead.Calibrated> views(List<HeldOut> heldOut) {
        Map<StateView, LearnedHead.Calibrated> views = new EnumMap<>(StateView.class);
        for (StateView view : StateView.values()) {
            Calibration calibration = Calibration.fit(raw(heldOut, view), outcomes(heldOut));
            List<ScoredPair> scored = heldOut.stream()
                    .map(h -> new ScoredPair(h.row(), calibration.apply(h.raw().get(view))))
                    .toList();
            views.put(
                    view,
                    new LearnedHead.Calibrated(calibration, ConformalInterval.fit(shares(scored), plan.coverage())));
        }
        return views;
    }

    /** A held-out row with its calibrated probability. */
    public record ScoredPair(Row row, double probability) {}

    /** Mean probability and observed share of synergy of each pair with enough lines for an interval, pairs in order of appearance. */
    public static List<ConformalInterval.PairShare> shares(List<ScoredPair> scored) {
        return shares(scored, LINES_FOR_A_SHARE);
    }

    /** The same of each pair with at least {@code fewest} lines. */
    public static List<ConformalInterval.PairShare> shares(List<ScoredPair> scored, int fewest) {
        Map<Long, List<ScoredPair>> byPair = new LinkedHashMap<>();
        scored.forEach(s ->
                byPair.computeIfAbsent(s.row().pair(), p -> new ArrayList<>()).add(s));
        return byPair.values().stream()
                .filter(lines -> lines.size() >= fewest)
                .map(lines -> new ConformalInterval.PairShare(
                        lines.stream()
                                .mapToDouble(ScoredPair::probability)
                                .average()
                                .orElseThrow(),
                        lines.stream()
                                .mapToDouble(s -> s.row().synergistic() ? 1 : 0)
                                .average()
                                .orElseThrow()))
                .toList();
    }

    private Novelty novelty(List<Integer> rows) {
        TreeSet<Integer> drugs = new TreeSet<>();
        rows.stream().map(data.rows()::get).forEach(r -> drugs.addAll(List.of(r.drugA(), r.drugB())));
        return Novelty.of(drugs.stream().map(this::describe).toList());
    }

    /** The novelty below which 95 % of the inner held-out pairs lie. */
    private double reach(DrugFolds folds, List<Integer> rows) {
        List<Double> distances = new ArrayList<>();
        for (int fold = 0; fold < plan.innerFoldsUsed(); fold++) {
            DrugFolds.Split split = folds.split(data, rows, fold);
            Novelty seen = novelty(split.trainingRows());
            split.testRows().stream()
                    .map(data.rows()::get)
                    .collect(java.util.stream.Collectors.toMap(Row::pair, r -> r, (a, b) -> a, LinkedHashMap::new))
                    .values()
                    .forEach(r -> seen.distance(describe(r.drugA()), describe(r.drugB()))
                            .ifPresent(distances::add));
        }
        List<Double> sorted = distances.stream().sorted().toList();
        return sorted.isEmpty() ? 1 : sorted.get((int) Math.ceil(REACH * sorted.size()) - 1);
    }
}
