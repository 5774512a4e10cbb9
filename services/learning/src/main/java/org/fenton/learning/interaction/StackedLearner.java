package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/**
 * Fenton's model of an interaction: a kernel regression over similar drugs and lines, whose expectation is one named feature among others of a Tribuo classifier.
 *
 * <p>The training rows are divided by the rule of the test (whole drugs, pairs, lines or tissues held out). Each row's features come from evidence without its own
 * division, as a test row's come from evidence without the test rows. Kernel setting, trainer, calibration, sets and reach are decided on those held-out answers.
 */
public final class StackedLearner implements RowLearner {
    private static final double REACH = 0.95;

    private final Function<Screen, ScreenTraits> traits;
    private final Plan pairs;
    private final Plan singleAgents;

    public StackedLearner(Function<Screen, ScreenTraits> traits, Plan pairs, Plan singleAgents) {
        this.traits = traits;
        this.pairs = pairs;
        this.singleAgents = singleAgents;
    }

    @Override
    public String label() {
        return "model";
    }

    @Override
    public String settings() {
        return "stacked-1 pairs=" + pairs + " single=" + singleAgents;
    }

    @Override
    public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
        Screen screen = fold.screen();
        int[] rows = fold.trainingRows();
        Plan plan = screen.singleAgent(rows[0]) ? singleAgents : pairs;
        ScreenTraits known = traits.apply(screen);
        InnerFolds inner = InnerFolds.deal(screen, rows, fold.regime(), plan.innerFolds(), seed + 1);
        KernelSetting setting = new SettingSearch(screen, known, rows, inner, plan).run(progress);
        Evidence.Likeness likeness = Evidence.Likeness.of(setting, known);
        RelationalFeatures features =
                new RelationalFeatures(screen, known, new TargetFamilies(Vocabulary.text("target-families.tsv")));
        HeldOut heldOut = heldOut(screen, likeness, features, rows, inner);
        Standardisation standardisation = Standardisation.of(heldOut.vectors());
        List<double[]> vectors =
                heldOut.vectors().stream().map(standardisation::apply).toList();
        boolean[] positive = new boolean[rows.length];
        int[] foldOfRow = new int[rows.length];
        boolean[][] mayTrain = new boolean[plan.judgedFolds()][rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = screen.positive(rows[i]);
            foldOfRow[i] = inner.answeredIn(rows[i]);
            for (int f = 0; f < mayTrain.length; f++) {
                mayTrain[f][i] = !inner.holdsOut(f, rows[i]);
            }
        }
        Contest.Outcome outcome = new Contest(
                        features.schema(),
                        plan,
                        seed,
                        new Contest.Material(vectors, positive, foldOfRow, mayTrain))
                .run(progress);
        return finish(new Learned(screen, likeness, features, standardisation, rows), heldOut, outcome, plan);
    }

    /** Vectors of the training rows in their order, each made without its own division, and its distance from the rest. */
    private record HeldOut(List<double[]> vectors, double[] distances) {}

    /** What does not depend on the contest. */
    private record Learned(
            Screen screen,
            Evidence.Likeness likeness,
            RelationalFeatures features,
            Standardisation standardisation,
            int[] rows) {}

    private static HeldOut heldOut(
            Screen screen, Evidence.Likeness likeness, RelationalFeatures features, int[] rows, InnerFolds inner) {
        double[][] vectors = new double[rows.length][];
        double[] distances = new double[rows.length];
        for (int f = 0; f < inner.count(); f++) {
            int fold = f;
            int[] rest = IntStream.of(rows).filter(r -> !inner.holdsOut(fold, r)).toArray();
            Evidence evidence = new Evidence(screen, likeness, rest);
            Reach reach = new Reach(screen, likeness, rest);
            for (int i = 0; i < rows.length; i++) {
                if (inner.answeredIn(rows[i]) == fold) {
                    vectors[i] = features.vector(evidence, rows[i]);
                    distances[i] = reach.distance(rows[i]);
                }
            }
        }
        return new HeldOut(Arrays.asList(vectors), distances);
    }

    private static RowModel finish(Learned learned, HeldOut heldOut, Contest.Outcome outcome, Plan plan) {
        Screen screen = learned.screen();
        int[] judged = outcome.judged();
        boolean[] positive = new boolean[judged.length];
        double[] kernel = new double[judged.length];
        double[] scores = new double[judged.length];
        List<String> tissues = new ArrayList<>();
        int expected = learned.features().schema().indexOf("kernel:expected");
        for (int i = 0; i < judged.length; i++) {
            int row = learned.rows()[judged[i]];
            positive[i] = screen.positive(row);
            kernel[i] = heldOut.vectors().get(judged[i])[expected];
            scores[i] = screen.score(row);
            tissues.add(screen.tissue(row));
        }
        Recalibration calibration = Recalibration.fit(outcome.scores(), positive);
        double[] probability =
                Arrays.stream(outcome.scores()).map(calibration::apply).toArray();
        boolean scored = Arrays.stream(scores).noneMatch(Double::isNaN);
        return new StackedModel(new StackedModel.Parts(
                screen,
                learned.features(),
                learned.standardisation(),
                new Evidence(screen, learned.likeness(), learned.rows()),
                new Reach(screen, learned.likeness(), learned.rows()),
                outcome,
                calibration,
                LabelSets.fit(probability, positive, tissues, plan.coverage()),
                scored ? ExpectedScore.fit(kernel, probability, scores) : null,
                Reach.quantile(heldOut.distances(), REACH),
                StackedModel.bestKappa(probability, positive)));
    }
}
