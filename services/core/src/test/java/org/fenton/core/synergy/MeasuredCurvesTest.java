package org.fenton.core.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every single-agent curve of the O'Neil screen, where the shared folder is at hand. */
@EnabledIf(value = "present", disabledReason = "no ../shared/data/combinations/transynergy/single_agent_doses.csv")
class MeasuredCurvesTest {
    private static final Path DOSES = Path.of("../../../shared/data/combinations/transynergy/single_agent_doses.csv");

    static boolean present() {
        return Files.exists(DOSES);
    }

    @Test
    void everyCurveConvergesAndNoGridFindsABetterOne() throws IOException {
        Map<String, Map<Double, List<Double>>> curves = new TreeMap<>();
        Files.readAllLines(DOSES).stream().skip(1).map(line -> line.split(",")).forEach(row -> curves.computeIfAbsent(
                        row[0] + " on " + row[1], name -> new TreeMap<>())
                .computeIfAbsent(Double.valueOf(row[3]), dose -> new ArrayList<>())
                .add(Double.valueOf(row[4])));
        Map<FitFlag, Integer> flags = new EnumMap<>(FitFlag.class);
        List<Double> errors = new ArrayList<>();
        int converged = 0;
        int number = 0;
        for (Map.Entry<String, Map<Double, List<Double>>> entry : curves.entrySet()) {
            HillFit fit = HillFit.singleAgent(entry.getValue());
            fit.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum));
            converged += fit.converged() ? 1 : 0;
            errors.add(fit.residualStandardError().orElseThrow());
            if (number++ % 40 == 0) {
                double found = squares(entry.getValue(), fit.curve().orElseThrow());
                double grid = bestOfGrid(entry.getValue());
                assertTrue(found <= grid * (1 + 1e-9), entry.getKey() + ": " + found + " against a grid's " + grid);
            }
        }
        double[] sorted =
                errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "O'Neil single agents: %d curves, %d converged, residual standard error median %.1f, 95%% %.1f, flags %s%n",
                curves.size(), converged, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], flags);
        assertEquals(curves.size(), converged);
    }

    private static double squares(Map<Double, List<Double>> wells, HillCurve curve) {
        return wells.entrySet().stream()
                .flatMapToDouble(e -> e.getValue().stream().mapToDouble(y -> y - curve.effect(e.getKey())))
                .map(off -> off * off)
                .sum();
    }

    /** A dense grid over EC50 and slope with the best Emax for each, by its own few lines. */
    private static double bestOfGrid(Map<Double, List<Double>> wells) {
        double[] doses =
                wells.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double low = Math.log(Arrays.stream(doses).min().orElseThrow() / 100);
        double high = Math.log(Arrays.stream(doses).max().orElseThrow() * 100);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 200; i++) {
            for (int j = 0; j <= 60; j++) {
                HillCurve unit =
                        new HillCurve(0, 1, Math.exp(low + (high - low) * i / 200), Math.pow(10, -1 + j / 30.0));
                double product = 0;
                double square = 0;
                for (Map.Entry<Double, List<Double>> entry : wells.entrySet()) {
                    double share = unit.effect(entry.getKey());
                    for (double y : entry.getValue()) {
                        product += share * y;
                        square += share * share;
                    }
                }
                double emax = square == 0 ? 0 : Math.max(0, Math.min(100, product / square));
                HillCurve curve = new HillCurve(0, emax, unit.ec50Micromolar(), unit.h());
                best = Math.min(best, squares(wells, curve));
            }
        }
        return best;
    }
}
