package org.fenton.learning.evaluation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.LineDirectory;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.Screens;
import org.fenton.learning.files.Table;

/**
 * What each drug does alone in each line, measured by O'Neil: the mean over doses of the mean inhibition of the replicates, 0 to 1.
 *
 * <p>A reading below 0 % or above 100 % is kept as it is in the mean over replicates, since it is noise around the true value, and the dose's mean is clipped.
 */
final class SingleAgentEffects {
    private final Map<String, Double> effects;

    private SingleAgentEffects(Map<String, Double> effects) {
        this.effects = effects;
    }

    static SingleAgentEffects none() {
        return new SingleAgentEffects(Map.of());
    }

    static SingleAgentEffects read(DataFiles files) throws IOException {
        LineDirectory lines = LineDirectory.read(files);
        Map<String, Map<String, double[]>> doses = new HashMap<>();
        Table.csv(files.path(Input.ONEIL_SINGLE_AGENTS)).forEach(r -> {
            String key = Screens.drugKey(r.text("Compound")) + "|" + lines.key("ONeil", r.text("Channel"));
            double[] sum = doses.computeIfAbsent(key, k -> new java.util.TreeMap<>())
                    .computeIfAbsent(r.text("Dose"), d -> new double[2]);
            sum[0] += r.number("Response") / 100;
            sum[1]++;
        });
        Map<String, Double> effects = new HashMap<>();
        doses.forEach((key, byDose) -> effects.put(
                key,
                byDose.values().stream()
                        .mapToDouble(sum -> Math.min(1, Math.max(0, sum[0] / sum[1])))
                        .average()
                        .orElseThrow()));
        return new SingleAgentEffects(effects);
    }

    /** Effect of each drug of the row alone, NaN where it was not measured. */
    List<Double> of(Screen screen, int row) {
        return List.of(effect(screen, row, screen.drugA(row)), effect(screen, row, screen.drugB(row)));
    }

    private double effect(Screen screen, int row, int drug) {
        if (drug == Screen.NO_DRUG) {
            return Double.NaN;
        }
        String key = screen.drugs().get(drug).key() + "|"
                + screen.lines().get(screen.line(row)).key();
        return effects.getOrDefault(key, Double.NaN);
    }
}
