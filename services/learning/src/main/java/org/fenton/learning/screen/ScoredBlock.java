package org.fenton.learning.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fenton.core.synergy.CombinationAssessment;
import org.fenton.core.synergy.DoseResponseMatrix;
import org.fenton.core.synergy.FitFlag;
import org.fenton.core.synergy.SingleAgent;
import org.fenton.core.synergy.SynergyScore;
import org.fenton.core.synergy.Well;

/**
 * One pair in one line with its scores and what to mind about them.
 *
 * @param block its wells
 * @param matrix the same as a matrix
 * @param assessment scores, benefit and curves
 */
record ScoredBlock(ScreenBlock block, DoseResponseMatrix matrix, CombinationAssessment assessment) {
    /** Control means further from 0 % inhibition than this are told. */
    private static final double CONTROL_OFF = 10;

    private static final double USUAL_LOWEST = -50;
    private static final double USUAL_HIGHEST = 150;

    /** Cells with both doses above 0 that were measured. */
    int cells() {
        return wellsOfCells().size();
    }

    int fewestReplicates() {
        return wellsOfCells().stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    int mostReplicates() {
        return wellsOfCells().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private List<Integer> wellsOfCells() {
        List<Integer> wells = new ArrayList<>();
        for (int a = 1; a < matrix.dosesA().length; a++) {
            for (int b = 1; b < matrix.dosesB().length; b++) {
                if (matrix.replicates(a, b) > 0) {
                    wells.add(matrix.replicates(a, b));
                }
            }
        }
        return wells;
    }

    /** Sentences, in a fixed order; empty when there is nothing to mind. */
    List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (!matrix.replicated()) {
            caveats.add("no replicates: no intervals");
        }
        long copied = copiedCells();
        if (copied > 0) {
            caveats.add(
                    copied + " cells whose replicates agree exactly: copies are no replicates, intervals too narrow");
        }
        double control = matrix.mean(0, 0);
        if (Math.abs(control) > CONTROL_OFF) {
            caveats.add(String.format(Locale.ROOT, "untreated control reads %.1f %% inhibition, not 0", control));
        }
        long unusual = unusualWells();
        if (unusual > 0) {
            caveats.add(unusual + " wells beyond -50 to 150 %");
        }
        fit(block.drugA(), assessment.singles().a(), caveats);
        fit(block.drugB(), assessment.singles().b(), caveats);
        int read = readFromCurve(matrix.dosesA(), assessment.singles().a())
                + readFromCurve(matrix.dosesB(), assessment.singles().b());
        if (read > 0) {
            caveats.add(read + " doses of the pair not measured alone: hsa and bliss read them from the curve");
        }
        for (SynergyScore score : assessment.scores()) {
            int unanswered = cells() - score.cells().size();
            if (unanswered > 0) {
                caveats.add(score.model() + " has no answer for " + unanswered + " of " + cells() + " cells");
            }
        }
        return caveats;
    }

    /** Cells, the untreated control aside, with several wells of one and the same value. */
    private long copiedCells() {
        Map<List<Double>, List<Double>> cells = block.wells().stream()
                .filter(well -> well.doseA() > 0 || well.doseB() > 0)
                .collect(Collectors.groupingBy(
                        well -> List.of(well.doseA(), well.doseB()),
                        Collectors.mapping(Well::response, Collectors.toList())));
        return cells.values().stream()
                .filter(values ->
                        values.size() > 1 && values.stream().distinct().count() == 1)
                .count();
    }

    private long unusualWells() {
        return block.wells().stream()
                .filter(well -> well.response() < USUAL_LOWEST || well.response() > USUAL_HIGHEST)
                .count();
    }

    private static void fit(String drug, SingleAgent alone, List<String> caveats) {
        for (FitFlag flag : alone.fit().flags()) {
            caveats.add(drug + ": " + flag.meaning());
        }
    }

    private static int readFromCurve(double[] doses, SingleAgent alone) {
        int read = 0;
        for (double dose : doses) {
            boolean measured = dose == 0 || alone.measured().containsKey(dose);
            read += !measured && alone.effect(dose).isPresent() ? 1 : 0;
        }
        return read;
    }
}
