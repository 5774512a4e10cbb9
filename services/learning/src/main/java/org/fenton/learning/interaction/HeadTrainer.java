package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.training.ConformalInterval;

/**
 * Learns a head: a kernel regression over similar drugs and lines, whose expectation is one named feature among others of a Tribuo classifier.
 *
 * <p>Each row's features come from evidence without its own division, as a later row's come from evidence without it. Kernel setting, trainer, calibration, sets and reach are decided
 * on those held-out answers.
 */
public final class HeadTrainer {
    private static final double REACH = 0.95;
    private static final int LINES_FOR_A_SHARE = 10;
    private static final int PAIRS_FOR_AN_INTERVAL = 30;

    private final Plan plan;
    private final long seed;
    private final Consumer<String> progress;

    public HeadTrainer(Plan plan, long seed, Consumer<String> progress) {
        this.plan = plan;
        this.seed = seed;
        this.progress = progress;
    }

    /** A head for whatever may come: new pairs of known drugs, new drugs, new lines. */
    public InteractionHead learnForAll(Screen screen, ScreenTraits traits) {
        int[] rows = IntStream.range(0, screen.size()).toArray();
        return learn(new Lesson(screen, traits, rows, Division.ofAll(screen, rows, plan.innerFolds(), seed + 1)));
    }

    InteractionHead learn(Lesson lesson) {
        KernelSetting setting = new SettingSearch(lesson, plan).run(progress);
        Cast cast = Cast.of(setting, lesson.screen(), lesson.traits());
        RelationalFeatures features = RelationalFeatures.of(
                lesson.screen(), lesson.traits(), new TargetFamilies(Vocabulary.text("target-families.tsv")));
        HeldOut heldOut = heldOut(lesson, cast, features);
        Standardisation standardisation = Standardisation.of(heldOut.vectors());
        List<double[]> vectors =
                heldOut.vectors().stream().map(standardisation::apply).toList();
        Contest.Outcome outcome = new Contest(features.schema(), plan, seed, material(lesson, vectors)).run(progress);
        return finish(
                lesson,
                new Learned(Evidence.of(lesson.screen(), cast, lesson.rows()), features, standardisation),
                heldOut,
                outcome);
    }

    /** Vectors of the rows in their order, each made without its own division, and its distance from the rest. */
    private record HeldOut(List<double[]> vectors, double[] distances) {}

    private record Learned(Evidence evidence, RelationalFeatures features, Standardisation standardisation) {}

    private static HeldOut heldOut(Lesson lesson, Cast cast, RelationalFeatures features) {
        int[] rows = lesson.rows();
        double[][] vectors = new double[rows.length][];
        double[] distances = new double[rows.length];
        for (int fold = 0; fold < lesson.division().folds(); fold++) {
            Evidence evidence = Evidence.of(lesson.screen(), cast, lesson.learnedIn(fold));
            Reach reach = new Reach(evidence);
            for (int i = 0; i < rows.length; i++) {
                if (lesson.division().answeredIn(rows[i]) == fold) {
                    Lesson.Asked asked = lesson.asked(evidence, rows[i]);
                    vectors[i] = features.vector(evidence, asked.a(), asked.b(), asked.view());
                    distances[i] =
                            reach.distance(asked.a(), asked.b(), asked.view().line());
                }
            }
        }
        return new HeldOut(Arrays.asList(vectors), distances);
    }

    private Contest.Material material(Lesson lesson, List<double[]> vectors) {
        int[] rows = lesson.rows();
        boolean[] positive = new boolean[rows.length];
        int[] fold = new int[rows.length];
        boolean[][] mayTrain =
                new boolean[Math.min(plan.judgedFolds(), lesson.division().folds())][rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = lesson.screen().positive(rows[i]);
            fold[i] = lesson.division().answeredIn(rows[i]);
            for (int f = 0; f < mayTrain.length; f++) {
                mayTrain[f][i] = !lesson.division().holdsOut(f, rows[i]);
            }
        }
        return new Contest.Material(vectors, positive, fold, mayTrain);
    }

    private InteractionHead finish(Lesson lesson, Learned learned, HeldOut heldOut, Contest.Outcome outcome) {
        Screen screen = lesson.screen();
        int[] judged =
                Arrays.stream(outcome.judged()).map(i -> lesson.rows()[i]).toArray();
        int expected = learned.features().schema().indexOf("kernel:expected");
        double[] kernel = Arrays.stream(outcome.judged())
                .mapToDouble(i -> heldOut.vectors().get(i)[expected])
                .toArray();
        double[] scores = Arrays.stream(judged).mapToDouble(screen::score).toArray();
        boolean[] positive = new boolean[judged.length];
        for (int i = 0; i < judged.length; i++) {
            positive[i] = screen.positive(judged[i]);
        }
        Recalibration calibration = Recalibration.fit(outcome.scores(), positive);
        double[] probability =
                Arrays.stream(outcome.scores()).map(calibration::apply).toArray();
        boolean scored = Arrays.stream(scores).noneMatch(Double::isNaN);
        return new InteractionHead(new InteractionHead.Parts(
                learned.evidence(),
                learned.features(),
                learned.standardisation(),
                outcome.verdict(),
                calibration,
                LabelSets.fit(
                        probability,
                        positive,
                        Arrays.stream(judged).mapToObj(screen::tissue).toList(),
                        plan.coverage()),
                scored ? ExpectedScore.fit(kernel, probability, scores) : null,
                interval(screen, judged, probability),
                Reach.quantile(heldOut.distances(), REACH),
                Kappa.bestThreshold(probability, positive)));
    }

    /** From the pairs with enough held-out lines: how far their share of positive lines was from what was said. */
    private @org.jspecify.annotations.Nullable ConformalInterval interval(
            Screen screen, int[] rows, double[] probability) {
        Map<Long, double[]> byPair = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            double[] sums = byPair.computeIfAbsent(screen.pair(rows[i]), p -> new double[3]);
            sums[0] += probability[i];
            sums[1] += screen.positive(rows[i]) ? 1 : 0;
            sums[2]++;
        }
        List<ConformalInterval.PairShare> shares = new ArrayList<>();
        byPair.values().stream()
                .filter(s -> s[2] >= LINES_FOR_A_SHARE)
                .forEach(s -> shares.add(new ConformalInterval.PairShare(s[0] / s[2], s[1] / s[2])));
        return shares.size() < PAIRS_FOR_AN_INTERVAL ? null : ConformalInterval.fit(shares, plan.coverage());
    }
}
