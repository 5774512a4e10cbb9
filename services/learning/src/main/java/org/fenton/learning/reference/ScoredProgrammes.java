package org.fenton.learning.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.Scale;
import org.fenton.core.programme.Programme;
import org.fenton.core.programme.ProgrammeActivity;
import org.fenton.core.programme.ProgrammePanel;
import org.fenton.core.programme.ProgrammeScoring;
import org.fenton.core.programme.Programmes;
import org.fenton.core.programme.RankedProgramme;
import org.fenton.learning.files.Vocabulary;

/**
 * The shipped programmes of all conditions of a matrix with their place in the shipped reference panel.
 *
 * @param entries condition by condition, in the order of the definitions
 * @param scale of the matrix that was scored
 * @param offset mean of all values of the matrix
 * @param panel what the reference panel is
 */
public record ScoredProgrammes(
        Programmes programmes, List<RankedProgramme> entries, Scale scale, double offset, String panel) {
    /** Standard deviations between a table's mean and the panel's from which on a reader is warned. */
    private static final double FOREIGN = 1;

    /**
     * @param networks by name; the shipped programmes need those of {@link PathwayNetworks}
     * @throws IllegalArgumentException when a condition is constant or has fewer than 3 genes
     */
    public static ScoredProgrammes of(ExpressionMatrix matrix, Map<String, Network> networks) {
        Programmes programmes = Programmes.standard();
        ProgrammePanel panel = readPanel();
        Map<String, Programme> byKey =
                programmes.list().stream().collect(Collectors.toMap(Programme::key, Function.identity()));
        List<RankedProgramme> entries = new ArrayList<>();
        for (ProgrammeActivity activity : new ProgrammeScoring(programmes, networks).score(matrix)) {
            Programme programme = byKey.get(activity.programme());
            entries.add(new RankedProgramme(programme, activity, panel.rank(programme, activity, matrix.scale())));
        }
        return new ScoredProgrammes(programmes, List.copyOf(entries), matrix.scale(), mean(matrix), panel.name());
    }

    private static double mean(ExpressionMatrix matrix) {
        return IntStream.range(0, matrix.conditions().size())
                .mapToDouble(c -> Arrays.stream(matrix.values(c)).average().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static ProgrammePanel readPanel() {
        try {
            return ProgrammePanel.read(new StringReader(Vocabulary.text("activity/programme-panel.tsv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What percentiles compare with, or why there are none. */
    public String referenceNote() {
        return switch (scale) {
            case CONTRAST -> "a contrast has no percentile: a difference of two states has no place among levels";
            case ZSCORE -> "percentile among " + panel + platform();
            case LOG2 -> "raw log2 values have no percentile: they are not standardised";
        };
    }

    /** Percentiles compare genes within a table, which evens out a common shift but not each gene's own. */
    private String platform() {
        return Math.abs(offset) < FOREIGN
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; this table lies %+.1f standard deviations off on average, as from another platform, so"
                                + " percentiles are rough",
                        offset);
    }
}
