package org.fenton.learning.heads;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.Screens;

/** What a bundle's heads are probabilities of. */
public enum HeadKind {
    SYNERGY(
            Screens.DRUGCOMBDB_AND_SANGER,
            "P(ZIP score of the pair in this line > 5), ZIP averaged over the dose matrix, in percentage points of"
                    + " inhibition above the ZIP expectation; synergy in culture, not benefit and not clinical benefit",
            "percentage points (ZIP)"),
    BENEFIT(
            Screens.ONEIL_BENEFIT,
            "P(HSA score of the pair in this line > 10), HSA averaged over the dose matrix, in percentage points of"
                    + " inhibition above the better single agent at the same doses; in culture, not clinical benefit",
            "percentage points (HSA)"),
    SENSITIVITY(
            Screens.CTRP,
            "P(the line is among the fifth most sensitive to this compound alone), by the area under the CTRPv2"
                    + " viability curve; in culture",
            "minus area under the viability curve");

    private static final double SENSITIVE_SHARE = 0.2;

    private final Screens screen;
    private final String definition;
    private final String unit;

    HeadKind(Screens screen, String definition, String unit) {
        this.screen = screen;
        this.definition = definition;
        this.unit = unit;
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String definition() {
        return definition;
    }

    /** Of the expected score. */
    public String unit() {
        return unit;
    }

    Screens source() {
        return screen;
    }

    Screen read(DataFiles files) throws IOException {
        Screen rows = screen.read(files);
        return this == SENSITIVITY ? cut(rows) : rows;
    }

    /** Marks the fifth most sensitive lines of each compound. */
    private static Screen cut(Screen rows) {
        double[] threshold = new double[rows.drugs().size()];
        for (int drug = 0; drug < threshold.length; drug++) {
            int one = drug;
            double[] scores = IntStream.range(0, rows.size())
                    .filter(r -> rows.drugA(r) == one)
                    .mapToDouble(rows::score)
                    .sorted()
                    .toArray();
            threshold[drug] = scores.length == 0
                    ? Double.POSITIVE_INFINITY
                    : scores[(int) Math.floor((1 - SENSITIVE_SHARE) * (scores.length - 1))];
        }
        boolean[] positive = new boolean[rows.size()];
        double[] score = new double[rows.size()];
        for (int row = 0; row < positive.length; row++) {
            score[row] = rows.score(row);
            positive[row] = score[row] > threshold[rows.drugA(row)];
        }
        return rows.withOutcomes(positive, score);
    }

    /** @throws IllegalArgumentException when there is no such head */
    public static HeadKind of(String key) {
        return Arrays.stream(values())
                .filter(k -> k.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no head " + key));
    }
}
