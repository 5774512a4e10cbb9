package org.fenton.learning.data;

import java.util.List;
import org.fenton.learning.features.BiologicalState;
import org.fenton.learning.features.DrugDescription;

/**
 * Measured pairs: one row for an unordered pair in a line.
 *
 * <p>Rows are sorted by first drug, second drug and line, so equal inputs give equal order.
 */
public record TrainingData(List<Drug> drugs, List<Line> lines, List<Row> rows) {
    /** A ZIP score above this is synergy; ZIP is in percentage points of inhibition above the ZIP expectation. */
    public static final double SYNERGY_ABOVE_ZIP = 5;

    public TrainingData {
        drugs = List.copyOf(drugs);
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /**
     * One drug under all its names.
     *
     * @param key its normalised name
     */
    public record Drug(String key, DrugDescription description) {}

    /**
     * One cell line.
     *
     * @param key DepMap id where known, else the screen's name
     */
    public record Line(String key, BiologicalState state) {}

    /**
     * @param drugA index into {@link #drugs()}, smaller than {@code drugB}
     * @param drugB index into {@link #drugs()}
     * @param line index into {@link #lines()}
     * @param zip mean of the distinct measurements
     */
    public record Row(int drugA, int drugB, int line, double zip) {
        public Row {
            if (drugA >= drugB) {
                throw new IllegalArgumentException("the drugs of a row are two, smaller index first");
            }
        }

        public boolean synergistic() {
            return zip > SYNERGY_ABOVE_ZIP;
        }

        public boolean holds(int drug) {
            return drugA == drug || drugB == drug;
        }

        /** Equal for the rows of one unordered pair. */
        public long pair() {
            return ((long) drugA << 32) | drugB;
        }
    }
}
