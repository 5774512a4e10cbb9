package org.fenton.learning.interaction;

import java.util.List;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.ModelChoice.Family;

/**
 * How an interaction is learned. Nothing here is chosen on test rows: kernel settings and trainers compete on inner folds.
 *
 * @param innerFolds that training rows are divided into
 * @param searchedFolds how many of them judge kernel settings; fewer is faster
 * @param judgedFolds how many of them judge trainers and calibrate
 * @param ownDrugs weights of a drug's identity in the kernel that are tried
 * @param noises of the kernel that are tried
 * @param trainers compared beside the kernel alone and the mean of all but the factorization machine
 * @param featureSets that compete, from few features to many
 * @param trainerRows a trainer learns from at most so many rows, evenly taken; the kernel learns from all
 * @param coverage nominal coverage of the sets
 */
public record Plan(
        int innerFolds,
        int searchedFolds,
        int judgedFolds,
        List<Double> ownDrugs,
        List<Double> noises,
        List<ModelChoice> trainers,
        List<FeatureSet> featureSets,
        int trainerRows,
        double coverage) {
    /**
     * What describes a drug without its record may serve to recognise a training drug instead of saying what it does, which is of no use for a new one: likeness says the same to the kernel.
     */
    private static final List<FeatureSet> FEATURE_SETS = List.of(
            FeatureSet.without(FeatureKind.MECHANISM, FeatureKind.STRUCTURE, FeatureKind.TARGET),
            FeatureSet.without(FeatureKind.MECHANISM),
            FeatureSet.ALL);

    /** What evaluations use. */
    public static Plan standard() {
        return new Plan(
                5,
                2,
                5,
                List.of(0.3),
                List.of(0.5, 0.15, 1.5, 4.0),
                List.of(
                        new ModelChoice("logistic-regression", Family.LOGISTIC, 5, 0, 0.05),
                        new ModelChoice("factorization-machine", Family.FACTORIZATION_MACHINE, 3, 6, 0.02),
                        new ModelChoice("random-forest", Family.FOREST, 100, 10, 1),
                        new ModelChoice("xgboost-depth4", Family.XGBOOST, 120, 4, 0.08),
                        new ModelChoice("xgboost-depth7", Family.XGBOOST, 120, 7, 0.06)),
                FEATURE_SETS,
                20_000,
                0.9);
    }

    /** For a head that will meet everything, whose folds are of three kinds: one of each judges. */
    public static Plan ofHeads() {
        Plan standard = standard();
        return new Plan(
                3,
                3,
                3,
                standard.ownDrugs(),
                List.of(0.5, 1.5, 4.0),
                standard.trainers(),
                standard.featureSets(),
                standard.trainerRows(),
                standard.coverage());
    }

    /** For large screens of single agents, where a drug is mostly known by itself. */
    public static Plan ofSingleAgents() {
        Plan small = small();
        return new Plan(
                small.innerFolds(),
                small.searchedFolds(),
                small.judgedFolds(),
                List.of(0.3, 0.6),
                List.of(1.5, 6.0),
                small.trainers(),
                small.featureSets(),
                small.trainerRows(),
                small.coverage());
    }

    /** Without the contest of feature sets: where every drug is known, recognising it does no harm, and the contest costs time. */
    Plan withAllFeatures() {
        return new Plan(
                innerFolds,
                searchedFolds,
                judgedFolds,
                ownDrugs,
                noises,
                trainers,
                List.of(FeatureSet.ALL),
                trainerRows,
                coverage);
    }

    /** Small and quick, for tests. */
    public static Plan small() {
        return new Plan(
                3,
                1,
                2,
                List.of(0.3),
                List.of(0.5, 1.5),
                List.of(new ModelChoice("xgboost-depth4", Family.XGBOOST, 100, 4, 0.1)),
                List.of(FeatureSet.ALL),
                20_000,
                0.9);
    }
}
