package org.fenton.learning.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One laboratory's measurements in columns: one row for an unordered pair of drugs (or one drug alone) in a line.
 *
 * <p>Replicates are averaged before a screen is made, so a row is never on two sides of a fold. Rows are sorted by first drug, second drug
 * and line; drugs and lines by key: equal inputs give equal order. A higher score is always nearer to {@code positive}. Immutable; a copy with other
 * outcomes shares everything else.
 */
public final class Screen {
    /** Second drug of a row of a screen of single agents. */
    public static final int NO_DRUG = -1;

    private final Layout layout;
    private final boolean[] positive;
    private final double[] score;

    /**
     * One drug under all its names.
     *
     * @param key normalised name, the same for salts, case variants, code names and equal structures of this screen
     * @param name as the screen writes it
     * @param inchiKey as the file set gives it, with or without its stereo block
     */
    public record Drug(String key, String name, Optional<String> smiles, Optional<String> inchiKey) {}

    /**
     * @param key DepMap id where known, else the name in upper case without punctuation
     * @param tissue OncoTree tissue
     * @param laboratory that lends its rows of this line to the screen; empty for the screen's own
     */
    public record Line(
            String key, String name, Optional<String> depMapId, Optional<String> tissue, Optional<String> laboratory) {
        public Line(String key, String name, Optional<String> depMapId, Optional<String> tissue) {
            this(key, name, depMapId, tissue, Optional.empty());
        }
    }

    /**
     * A published division of the rows.
     *
     * @param fold index into {@code names} for each row
     */
    public record FoldColumn(List<String> names, int[] fold) {}

    /** What a row is about, all but its outcome. Arrays are not copied: the reader hands them over. */
    record Layout(
            String name,
            List<Drug> drugs,
            List<Line> lines,
            int[] drugA,
            int[] drugB,
            int[] line,
            Map<String, FoldColumn> folds) {
        Layout {
            drugs = List.copyOf(drugs);
            lines = List.copyOf(lines);
            folds = Map.copyOf(folds);
            for (int row = 0; row < drugA.length; row++) {
                if (drugB[row] != NO_DRUG && drugA[row] >= drugB[row]) {
                    throw new IllegalArgumentException("the drugs of a row are two, smaller index first");
                }
            }
        }
    }

    Screen(Layout layout, boolean[] positive, double[] score) {
        int rows = layout.drugA().length;
        if (layout.drugB().length != rows
                || layout.line().length != rows
                || positive.length != rows
                || score.length != rows) {
            throw new IllegalArgumentException("the columns of the screen " + layout.name() + " differ in length");
        }
        this.layout = layout;
        this.positive = positive;
        this.score = score;
    }

    /** The same rows with other outcomes: hidden, shuffled, or cut at another threshold. */
    public Screen withOutcomes(boolean[] otherPositive, double[] otherScore) {
        return new Screen(layout, otherPositive.clone(), otherScore.clone());
    }

    public String name() {
        return layout.name();
    }

    public List<Drug> drugs() {
        return layout.drugs();
    }

    public List<Line> lines() {
        return layout.lines();
    }

    /** Published folds by column name; empty where the file has none. */
    public Map<String, FoldColumn> folds() {
        return layout.folds();
    }

    public int size() {
        return positive.length;
    }

    public int drugA(int row) {
        return layout.drugA()[row];
    }

    /** Larger than {@link #drugA}, or {@link #NO_DRUG}. */
    public int drugB(int row) {
        return layout.drugB()[row];
    }

    public int line(int row) {
        return layout.line()[row];
    }

    public boolean positive(int row) {
        return positive[row];
    }

    /** The measured value, NaN where the screen publishes labels alone. */
    public double score(int row) {
        return score[row];
    }

    public boolean singleAgent(int row) {
        return layout.drugB()[row] == NO_DRUG;
    }

    /** Whether the row is another laboratory's: evidence, but nothing that is judged or that a classifier learns from. */
    public boolean lent(int row) {
        return layout.lines().get(layout.line()[row]).laboratory().isPresent();
    }

    public boolean holds(int row, int drug) {
        return layout.drugA()[row] == drug || layout.drugB()[row] == drug;
    }

    /** Equal for the rows of one unordered pair (of one drug, alone). */
    public long pair(int row) {
        return ((long) layout.drugA()[row] << 32) | (layout.drugB()[row] & 0xffffffffL);
    }

    /** Tissue of the row's line, {@code unknown} where no list names one. */
    public String tissue(int row) {
        return layout.lines().get(layout.line()[row]).tissue().orElse("unknown");
    }
}
