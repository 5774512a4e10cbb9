package org.fenton.learning.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.files.Table;

/**
 * Growth inhibition (%) of each drug alone in each line at {@value #STEPS} steps of its dose range, as O'Neil measured it; mean of the replicates, the drug's own doses
 * in ascending order, interpolated by rank where a drug has fewer or more.
 */
public final class SingleAgentCurves {
    public static final int STEPS = 8;

    private final Map<String, double[]> curves;

    private SingleAgentCurves(Map<String, double[]> curves) {
        this.curves = curves;
    }

    public static SingleAgentCurves none() {
        return new SingleAgentCurves(Map.of());
    }

    public static SingleAgentCurves read(DataFiles files) throws IOException {
        LineDirectory lines = LineDirectory.read(files);
        Map<String, TreeMap<Double, double[]>> doses = new HashMap<>();
        Table.csv(files.path(Input.ONEIL_SINGLE_AGENTS)).forEach(r -> {
            String key = key(DrugName.key(r.text("Compound")), lines.key("ONeil", r.text("Channel")));
            double[] sum = doses.computeIfAbsent(key, k -> new TreeMap<>())
                    .computeIfAbsent(r.number("Dose"), d -> new double[2]);
            sum[0] += r.number("Response");
            sum[1]++;
        });
        Map<String, double[]> curves = new HashMap<>();
        doses.forEach((key, byDose) -> curves.put(
                key,
                byRank(byDose.values().stream().mapToDouble(s -> s[0] / s[1]).toArray())));
        return new SingleAgentCurves(curves);
    }

    private static double[] byRank(double[] responses) {
        double[] curve = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double place = (double) step * (responses.length - 1) / (STEPS - 1);
            int below = (int) Math.floor(place);
            int above = Math.min(below + 1, responses.length - 1);
            curve[step] = responses[below] + (place - below) * (responses[above] - responses[below]);
        }
        return curve;
    }

    private static String key(String drugKey, String lineKey) {
        return drugKey + "|" + lineKey;
    }

    /** The curve of a drug in a line by their keys, all NaN where it was not measured. */
    public double[] of(String drugKey, String lineKey) {
        double[] curve = curves.get(key(drugKey, lineKey));
        if (curve == null) {
            double[] unknown = new double[STEPS];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        return curve.clone();
    }
}
