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
import org.fenton.learning.training.Regime;

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

    /** A head with what it was worth on rows it had not seen. */
    public record Learned(InteractionHead head, HeadEvaluation evaluation) {}

    /** A head for whatever may come: new pairs of known drugs, new drugs, new lines; of single agents, new lines. */
    public Learned learnForAll(Screen screen, ScreenTraits traits) {
        int[] rows = IntStream.range(0, screen.size()).toArray();
        Division division = screen.singleAgent(rows[0])
                ? Division.of(screen, rows, Regime.LEAVE_LINE, plan.innerFolds(), seed + 1)
                : Division.ofAll(screen, rows, plan.innerFolds(), seed + 1);
        Lesson lesson = new Lesson(screen, traits, rows, division);
        Judgement judgement = judge(lesson);
        progress.accept("  ranking by %d models of resampled pairs".formatted(RankStability.MODELS));
        InteractionHead head = judgement.head();
        HeadEvaluation.Stability stability =
                RankStability.of(lesson, head.parts().evidence().cast(), seed + 2);
        return new Learned(
                head,
                InnerFigures.of(
                        screen,
                        judgement.answered(),
                        judgement.scores(),
                        head,
                        new InnerFigures.Limits(plan.coverage(), stability)));
    }

    InteractionHead learn(Lesson lesson) {
        return judge(lesson).head();
    }

    /** @param scores of the rows answered in the judged folds, before calibration */
    private record Judgement(InteractionHead head, HeldOut answered, double[] scores) {}

    private Judgement judge(Lesson lesson) {
        KernelSetting setting = new SettingSearch(lesson, plan).run(progress);
        Cast cast = Cast.of(setting, lesson.screen(), lesson.traits());
        RelationalFeatures features = RelationalFeatures.of(
                lesson.screen(), lesson.traits(), new TargetFamilies(Vocabulary.text("target-families.tsv")));
        HeldOut all = HeldOut.all(lesson, cast, features);
        Standardisation standardisation = Standardisation.of(Arrays.asList(all.vectors()));
        List<HeldOut> learned = new ArrayList<>();
        List<HeldOut> answered = new ArrayList<>();
        for (int fold = 0; fold < Math.min(plan.judgedFolds(), lesson.division().folds()); fold++) {
            learned.add(HeldOut.learnedFor(fold, lesson, cast, features, plan.trainerRows()));
            answered.add(HeldOut.answeredIn(fold, lesson, cast, features, plan.trainerRows()));
        }
        Contest.Material material = new Contest.Material() {
            @Override
            public Rows all(FeatureSet set) {
                return rows(lesson, all.evenly(plan.trainerRows()), set.of(standardisation, features.schema()));
            }

            @Override
            public List<Contest.Judged> judged(FeatureSet set) {
                Standardisation own = set.of(standardisation, features.schema());
                return IntStream.range(0, learned.size())
                        .mapToObj(fold -> new Contest.Judged(
                                rows(lesson, learned.get(fold), own), rows(lesson, answered.get(fold), own)))
                        .toList();
            }
        };
        Contest.Outcome outcome = new Contest(features.schema(), plan, seed).run(material, progress);
        InteractionHead head = finish(
                lesson,
                new Basis(
                        Evidence.of(lesson.screen(), cast, lesson.rows()),
                        features,
                        outcome.features().of(standardisation, features.schema())),
                Reach.quantile(all.distances(), REACH),
                HeldOut.joined(answered),
                outcome);
        return new Judgement(head, HeldOut.joined(answered), outcome.scores());
    }

    private record Basis(Evidence evidence, RelationalFeatures features, Standardisation standardisation) {}

    private static Rows rows(Lesson lesson, HeldOut heldOut, Standardisation standardisation) {
        boolean[] positive = new boolean[heldOut.rows().length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = lesson.screen().positive(heldOut.rows()[i]);
        }
        return new Rows(
                Arrays.stream(heldOut.vectors()).map(standardisation::apply).toList(), positive);
    }

    private InteractionHead finish(
            Lesson lesson, Basis learned, double abstainAbove, HeldOut answered, Contest.Outcome outcome) {
        Screen screen = lesson.screen();
        int[] judged = answered.rows();
        int expected = learned.features().schema().indexOf("kernel:expected");
        double[] kernel = Arrays.stream(answered.vectors())
                .mapToDouble(vector -> vector[expected])
                .toArray();
        Outcomes outcomes = learned.evidence().outcomes();
        double[] measured = Arrays.stream(judged)
                .mapToDouble(row -> outcomes.outcome(screen, row))
                .toArray();
        boolean[] positive = new boolean[judged.length];
        for (int i = 0; i < judged.length; i++) {
            positive[i] = screen.positive(judged[i]);
        }
        Recalibration calibration = Recalibration.fit(outcome.scores(), positive);
        double[] probability =
                Arrays.stream(outcome.scores()).map(calibration::apply).toArray();
        boolean scored = Arrays.stream(judged).mapToDouble(screen::score).noneMatch(Double::isNaN);
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
                scored ? ExpectedScore.fit(kernel, probability, measured) : null,
                interval(screen, judged, probability),
                abstainAbove,
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
