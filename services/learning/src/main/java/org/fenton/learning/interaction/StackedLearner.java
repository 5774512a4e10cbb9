package org.fenton.learning.interaction;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fenton.learning.data.Screen;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.Regime;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/** Fenton's model under the harness: a head learned from a fold's training rows, divided inside by the fold's own rule. */
public final class StackedLearner implements RowLearner {
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
        return "stacked-5 pairs=" + pairs + " single=" + singleAgents;
    }

    @Override
    public RowModel fit(Fold fold, long seed, Consumer<String> progress) {
        Screen screen = fold.screen();
        Plan plan = plan(screen.singleAgent(fold.trainingRows()[0]) ? singleAgents : pairs, fold.regime());
        InteractionHead head = new HeadTrainer(plan, seed, progress)
                .learn(new Lesson(
                        screen,
                        traits.apply(screen),
                        fold.trainingRows(),
                        Division.of(screen, fold.trainingRows(), fold.regime(), plan.innerFolds(), seed + 1)));
        return new Answers(screen, head, plan.coverage(), new ConcurrentHashMap<>());
    }

    private static Plan plan(Plan plan, Regime regime) {
        return switch (regime) {
            case LEAVE_DRUG, LEAVE_LABORATORY -> plan;
            case RANDOM, LEAVE_PAIR, LEAVE_LINE, LEAVE_TISSUE -> plan.withAllFeatures();
        };
    }

    /** A head asked about the rows of its screen. */
    private record Answers(
            Screen screen, InteractionHead head, double nominalCoverage, Map<Integer, Evidence.View> elsewhere)
            implements RowModel {
        private HeadAnswer answer(int row) {
            Evidence evidence = head.parts().evidence();
            Lesson.Asked asked = Lesson.asked(screen, evidence, row);
            Evidence.View view = screen.lent(row)
                    ? elsewhere.computeIfAbsent(
                            screen.line(row),
                            line -> evidence.view(evidence.cast().line(Lesson.asOwn(screen, evidence.cast(), line))))
                    : asked.view();
            return head.answer(asked.a(), asked.b(), view);
        }

        @Override
        public double[] probabilities(int[] rows) {
            return Arrays.stream(rows).mapToDouble(r -> answer(r).probability()).toArray();
        }

        @Override
        public double[] expectedScores(int[] rows) {
            return Arrays.stream(rows)
                    .mapToDouble(r -> answer(r).expectedScore())
                    .toArray();
        }

        @Override
        public double decisionThreshold() {
            return head.parts().threshold();
        }

        @Override
        public byte[] predictionSets(int[] rows) {
            byte[] sets = new byte[rows.length];
            for (int i = 0; i < sets.length; i++) {
                sets[i] = head.set(answer(rows[i]).probability(), screen.tissue(rows[i]));
            }
            return sets;
        }

        @Override
        public boolean[] abstentions(int[] rows) {
            boolean[] abstained = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                abstained[i] = answer(rows[i]).beyondReach();
            }
            return abstained;
        }

        @Override
        public Map<String, Object> notes() {
            return head.notes();
        }
    }
}
