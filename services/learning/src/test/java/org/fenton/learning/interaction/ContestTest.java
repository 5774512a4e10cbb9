package org.fenton.learning.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fenton.learning.features.FeatureDefinition;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.features.MissingPolicy;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.ModelChoice.Family;
import org.junit.jupiter.api.Test;

/** The second feature is a mechanism: it tells the label of a training row, and of a judged row or not. */
class ContestTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            List.of(feature("kernel:expected", FeatureKind.KERNEL), feature("mechanism:x", FeatureKind.MECHANISM)));
    private static final FeatureSet WITHOUT = FeatureSet.without(FeatureKind.MECHANISM);
    private static final int ROWS = 80;

    private static FeatureDefinition feature(String name, FeatureKind kind) {
        return new FeatureDefinition(name, kind, "1", MissingPolicy.STAYS_MISSING);
    }

    private static Plan plan() {
        Plan small = Plan.small();
        return new Plan(
                small.innerFolds(),
                small.searchedFolds(),
                3,
                small.ownDrugs(),
                small.noises(),
                List.of(new ModelChoice("xgboost", Family.XGBOOST, 20, 2, 0.3)),
                List.of(WITHOUT, FeatureSet.ALL),
                small.trainerRows(),
                small.coverage());
    }

    /** @param holds how often the mechanism says the label */
    private static Rows rows(long seed, double holds, FeatureSet features) {
        SplittableRandom random = new SplittableRandom(seed);
        Standardisation standardisation =
                features.of(new Standardisation(new double[] {0, 0}, new double[] {1, 1}), SCHEMA);
        List<double[]> vectors = new ArrayList<>();
        boolean[] positive = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            positive[i] = random.nextBoolean();
            double kernel = (positive[i] ? 0.5 : -0.5) + random.nextDouble(-1, 1);
            boolean said = (random.nextDouble() < holds) == positive[i];
            vectors.add(standardisation.apply(new double[] {kernel, said ? 1 : 0}));
        }
        return new Rows(vectors, positive);
    }

    /** @param later how often the mechanism says the label of a judged row */
    private static Contest.Outcome contest(double later) {
        return new Contest(SCHEMA, plan(), 1)
                .run(
                        new Contest.Material() {
                            @Override
                            public Rows all(FeatureSet features) {
                                return rows(9, 1, features);
                            }

                            @Override
                            public List<Contest.Judged> judged(FeatureSet features) {
                                return IntStream.range(0, 3)
                                        .mapToObj(fold -> new Contest.Judged(
                                                rows(10 + fold, 1, features), rows(20 + fold, later, features)))
                                        .toList();
                            }
                        },
                        line -> {});
    }

    @Test
    void featuresThatSayMoreOfJudgedRowsAreTakenIn() {
        Contest.Outcome outcome = contest(1);
        assertEquals(FeatureSet.ALL, outcome.features());
        assertFalse(outcome.verdict().scorer().name().contains("without"));
    }

    @Test
    void featuresThatHoldForTrainingRowsAloneStayOut() {
        Contest.Outcome outcome = contest(0.5);
        assertEquals(WITHOUT, outcome.features());
        assertTrue(outcome.verdict().scorer().name().endsWith(" without mechanism"));
    }

    @Test
    void whatWasTriedWithEachSetIsKept() {
        List<String> tried =
                contest(0.5).verdict().tried().stream().map(Contest.Tried::name).toList();
        assertTrue(tried.containsAll(
                List.of("xgboost", "xgboost without mechanism", "ensemble", "ensemble without mechanism")));
    }

    @Test
    void whatIsLeftOutIsMissingInEveryRow() {
        Standardisation without = WITHOUT.of(new Standardisation(new double[] {1, 1}, new double[] {2, 2}), SCHEMA);
        double[] vector = without.apply(new double[] {3, 3});
        assertEquals(1, vector[0]);
        assertTrue(Double.isNaN(vector[1]));
    }
}
