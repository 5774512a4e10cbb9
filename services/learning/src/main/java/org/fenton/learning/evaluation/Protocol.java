package org.fenton.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.Screens;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.Regime;

/** The public protocols: a screen, how its rows are divided, what counts as positive, and the aim that was set beforehand. */
public enum Protocol {
    DEEPDDS_RANDOM(Screens.DEEPDDS, Regime.RANDOM, Map.of("roc_auc", .955), "lookup .941 (reported, never a headline)"),
    DEEPDDS_LEAVE_COMBINATION(
            Screens.DEEPDDS, Regime.LEAVE_PAIR, Map.of("roc_auc", .90), "lookup .836, one-hot boosting .886"),
    DEEPDDS_LEAVE_DRUG(Screens.DEEPDDS, Regime.LEAVE_DRUG, Map.of("roc_auc", .80), "lookup .735"),
    DEEPDDS_LEAVE_TISSUE(Screens.DEEPDDS, Regime.LEAVE_TISSUE, Map.of("roc_auc", .88), "lookup .829"),
    ONEIL_DEEPSYNERGY_FOLDS(
            Screens.ONEIL,
            Regime.LEAVE_PAIR,
            Map.of("roc_auc", .93, "pr_auc", .68, "pearson", .78),
            "one-hot boosting .884, average precision .559; one-hot network Pearson .726"),
    DRUGCOMBDB_LEAVE_DRUG(Screens.DRUGCOMBDB, Regime.LEAVE_DRUG, Map.of(), "none set"),
    SANGER_LEAVE_PAIR(Screens.SANGER, Regime.LEAVE_PAIR, Map.of(), "none set"),
    CTRP_LEAVE_LINE(Screens.CTRP, Regime.LEAVE_LINE, Map.of(), "none set"),
    DRUGCOMBDB_TO_SANGER(Screens.DRUGCOMBDB_AND_SANGER, Regime.LEAVE_LABORATORY, Map.of("roc_auc", .75), "chance .5");

    private static final int DEALT_FOLDS = 5;

    private final Screens screen;
    private final Regime regime;
    private final Map<String, Double> aims;
    private final String floor;

    Protocol(Screens screen, Regime regime, Map<String, Double> aims, String floor) {
        this.screen = screen;
        this.regime = regime;
        this.aims = aims;
        this.floor = floor;
    }

    /** Name on the command line, {@code deepdds-leave-drug}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<Protocol> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
    }

    public Screens screen() {
        return screen;
    }

    public Regime regime() {
        return regime;
    }

    boolean asksForKappa() {
        return this == ONEIL_DEEPSYNERGY_FOLDS;
    }

    /** What SCIENCE.md asks of the mean over folds, by measure; empty where it names none. */
    Map<String, Double> aims() {
        return aims;
    }

    /** What SCIENCE.md calls the trivial floor. */
    String floor() {
        return floor;
    }

    /** Published folds as given, the others dealt by seed. */
    List<Split> splits(Screen rows, long seed) {
        return switch (this) {
            case DEEPDDS_RANDOM -> Splits.published(rows, "random");
            case DEEPDDS_LEAVE_COMBINATION, ONEIL_DEEPSYNERGY_FOLDS -> Splits.published(rows, "combination");
            case DEEPDDS_LEAVE_DRUG -> Splits.publishedDrugs(rows, "drug-");
            case DEEPDDS_LEAVE_TISSUE -> Splits.published(rows, "tissue");
            case DRUGCOMBDB_LEAVE_DRUG -> Splits.drugs(rows, DEALT_FOLDS, seed);
            case SANGER_LEAVE_PAIR -> Splits.pairs(rows, DEALT_FOLDS, seed);
            case CTRP_LEAVE_LINE -> Splits.lines(rows, DEALT_FOLDS, seed);
            case DRUGCOMBDB_TO_SANGER -> Splits.lent(rows);
        };
    }

    /** The screen with the outcomes that this split is judged by: CTRP's labels are cut in the training lines alone. */
    Screen judged(Screen rows, Split split) {
        return this == CTRP_LEAVE_LINE ? Sensitivity.lowestFifth(rows, split.trainingRows()) : rows;
    }

    /** What a learner of this split is given: outcomes of training rows, none of any other. */
    Fold fold(Screen judged, Split split) {
        boolean[] positive = new boolean[judged.size()];
        double[] score = new double[judged.size()];
        Arrays.fill(score, Double.NaN);
        for (int row : split.trainingRows()) {
            positive[row] = judged.positive(row);
            score[row] = judged.score(row);
        }
        return new Fold(key(), split.index(), judged.withOutcomes(positive, score), split.trainingRows(), regime);
    }
}
