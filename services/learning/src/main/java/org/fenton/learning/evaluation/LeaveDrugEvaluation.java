package org.fenton.learning.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.data.TrainingData.Row;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Json;
import org.fenton.learning.measures.ScoredRows;
import org.fenton.learning.training.ConformalInterval;
import org.fenton.learning.training.DrugFolds;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.Learner;
import org.fenton.learning.training.LearningPlan;
import org.fenton.learning.training.StateView;

/**
 * The protocol {@code zip-leave-drug}: how well a head knows pairs with a drug it has never seen.
 *
 * <p>Each outer fold learns from scratch (choice of model, calibration, intervals, reach) on rows without any held-out drug
 * and answers the rows with at least one. Baselines and the label-shuffled control see the same rows.
 */
public final class LeaveDrugEvaluation {
    public static final String PROTOCOL = "zip-leave-drug";

    private final TrainingData data;
    private final PairFeatures features;
    private final LearningPlan plan;
    private final Consumer<String> progress;
    private final Map<String, List<PairBootstrap.Fold>> predictors = new LinkedHashMap<>();
    private final Map<String, List<Integer>> undefined = new LinkedHashMap<>();
    private final List<FoldReport> folds = new ArrayList<>();
    private final TissueTally tissues = new TissueTally();

    public LeaveDrugEvaluation(TrainingData data, PairFeatures features, LearningPlan plan, Consumer<String> progress) {
        this.data = data;
        this.features = features;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * What one fold was and decided.
     *
     * @param intervalCoverage share of held-out pairs whose observed share lay in the interval
     * @param abstainedShare share of test rows beyond the reach
     */
    public record FoldReport(
            int fold,
            List<String> heldOutDrugs,
            int trainingRows,
            int testRows,
            int bothDrugsUnseenRows,
            List<LearnedHead.Tried> innerValidation,
            double intervalCoverage,
            double intervalMeanWidth,
            double abstainAbove,
            double abstainedShare) {}

    public EvaluationReport run(int foldCount) {
        List<Integer> all = IntStream.range(0, data.rows().size()).boxed().toList();
        DrugFolds dealt = DrugFolds.deal(data, all, foldCount, plan.seed());
        for (int fold = 0; fold < foldCount; fold++) {
            runFold(dealt, fold, dealt.split(data, all, fold));
        }
        return EvaluationReport.of(plan, predictors, undefined, folds);
    }

    /** Predicted against observed of what {@link #run} answered; {@code report} is what it returned. */
    public Reliability reliability(EvaluationReport report) {
        SortedMap<String, List<ScoredRows.Bin>> regimes = new TreeMap<>();
        for (String regime : List.of(
                EvaluationReport.MODEL, EvaluationReport.BOTH_DRUGS_UNSEEN, EvaluationReport.WITHOUT_PATHWAYS)) {
            List<ScoredRows> rows = predictors.get(regime).stream()
                    .map(PairBootstrap.Fold::rows)
                    .toList();
            regimes.put(regime, ScoredRows.joined(rows).bins());
        }
        return new Reliability(PROTOCOL, plan.seed(), Reliability.hash(Json.tree(report)), regimes, tissues.figures());
    }

    private void runFold(DrugFolds dealt, int fold, DrugFolds.Split split) {
        progress.accept("fold %d: %d rows train, %d test"
                .formatted(fold, split.trainingRows().size(), split.testRows().size()));
        LearnedHead head = new Learner(data, features, plan, progress).learn(split.trainingRows());
        List<Row> test = split.testRows().stream().map(data.rows()::get).toList();
        double[] full = test.stream()
                .mapToDouble(r -> score(head, StateView.WITH_PATHWAYS, r))
                .toArray();
        add(EvaluationReport.MODEL, test, full);
        add(
                EvaluationReport.WITHOUT_PATHWAYS,
                test,
                test.stream()
                        .mapToDouble(r -> score(head, StateView.WITHOUT_PATHWAYS, r))
                        .toArray());
        List<Integer> bothUnseen = IntStream.range(0, test.size())
                .filter(i -> dealt.holdsOut(fold, test.get(i).drugA())
                        && dealt.holdsOut(fold, test.get(i).drugB()))
                .boxed()
                .toList();
        add(
                EvaluationReport.BOTH_DRUGS_UNSEEN,
                bothUnseen.stream().map(test::get).toList(),
                bothUnseen.stream().mapToDouble(i -> full[i]).toArray());
        for (Baseline baseline : Baseline.values()) {
            addBaseline(baseline, split.trainingRows(), test);
        }
        LearnedHead control = new Learner(
                        data, features, plan.only(head.choice()).shuffled(), line -> {})
                .learn(split.trainingRows());
        add(
                EvaluationReport.SHUFFLED,
                test,
                test.stream()
                        .mapToDouble(r -> score(control, StateView.WITH_PATHWAYS, r))
                        .toArray());
        folds.add(report(head, heldOut(dealt, fold), split, new Answers(test, full, bothUnseen.size())));
        progress.accept("fold %d: model ROC AUC %.4f"
                .formatted(fold, last(EvaluationReport.MODEL).measures().rocAuc()));
    }

    private ScoredRows last(String predictor) {
        List<PairBootstrap.Fold> done = predictors.get(predictor);
        return done.get(done.size() - 1).rows();
    }

    private double score(LearnedHead head, StateView view, Row row) {
        double[] vector = features.vector(
                view.show(data.lines().get(row.line()).state()),
                data.drugs().get(row.drugA()).description(),
                data.drugs().get(row.drugB()).description());
        return head.probability(view, vector);
    }

    private void addBaseline(Baseline baseline, List<Integer> trainingRows, List<Row> test) {
        Function<Row, OptionalDouble> fitted = baseline.fit(data, trainingRows);
        List<Row> defined =
                test.stream().filter(r -> fitted.apply(r).isPresent()).toList();
        undefined.computeIfAbsent(baseline.key(), k -> new ArrayList<>()).add(test.size() - defined.size());
        add(
                baseline.key(),
                defined,
                defined.stream().mapToDouble(r -> fitted.apply(r).getAsDouble()).toArray());
    }

    private void add(String predictor, List<Row> rows, double[] probabilities) {
        boolean[] outcomes = new boolean[rows.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = rows.get(i).synergistic();
        }
        predictors
                .computeIfAbsent(predictor, p -> new ArrayList<>())
                .add(new PairBootstrap.Fold(
                        new ScoredRows(probabilities, outcomes),
                        rows.stream().mapToLong(Row::pair).toArray()));
    }

    private List<String> heldOut(DrugFolds dealt, int fold) {
        return IntStream.range(0, data.drugs().size())
                .filter(d -> dealt.holdsOut(fold, d))
                .mapToObj(d -> data.drugs().get(d).key())
                .toList();
    }

    private record Answers(List<Row> rows, double[] probabilities, int bothUnseen) {}

    private FoldReport report(LearnedHead head, List<String> heldOut, DrugFolds.Split split, Answers answers) {
        List<Learner.ScoredPair> scored = IntStream.range(0, answers.rows().size())
                .mapToObj(i -> new Learner.ScoredPair(answers.rows().get(i), answers.probabilities()[i]))
                .toList();
        ConformalInterval interval = head.views().get(StateView.WITH_PATHWAYS).interval();
        List<ConformalInterval.PairShare> shares = Learner.shares(scored);
        Map<String, List<Learner.ScoredPair>> byTissue = new TreeMap<>();
        scored.forEach(s -> byTissue.computeIfAbsent(tissue(s.row()), t -> new ArrayList<>())
                .add(s));
        byTissue.forEach((tissue, rows) -> tissues.add(tissue, rows, interval, beyond(head, rows)));
        double width = shares.stream()
                .mapToDouble(s -> interval.upper(s.predicted()) - interval.lower(s.predicted()))
                .average()
                .orElse(Double.NaN);
        return new FoldReport(
                folds.size(),
                heldOut,
                split.trainingRows().size(),
                split.testRows().size(),
                answers.bothUnseen(),
                head.tried(),
                (double) shares.stream().filter(interval::holds).count() / shares.size(),
                width,
                head.abstainAbove(),
                (double) beyond(head, scored) / scored.size());
    }

    private String tissue(Row row) {
        return data.lines().get(row.line()).state().tissue().orElse(TissueTally.UNKNOWN);
    }

    /** How many rows the head would withhold itself from. */
    private long beyond(LearnedHead head, List<Learner.ScoredPair> rows) {
        return rows.stream()
                .map(Learner.ScoredPair::row)
                .filter(r -> head.novelty()
                                .distance(
                                        data.drugs().get(r.drugA()).description(),
                                        data.drugs().get(r.drugB()).description())
                                .orElse(1)
                        > head.abstainAbove())
                .count();
    }
}
