package org.fenton.learning.interaction;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.SingleAgentCurves;

/**
 * Measured effects of single drugs by index of drug and line.
 *
 * @param curves by drug * 2^32 + line; read only
 */
record Responses(Map<Long, double[]> curves) {
    static Responses of(Screen screen, SingleAgentCurves measured) {
        Map<Long, double[]> curves = new TreeMap<>();
        for (int drug = 0; drug < screen.drugs().size(); drug++) {
            for (int line = 0; line < screen.lines().size(); line++) {
                double[] curve = measured.of(
                        screen.drugs().get(drug).key(), screen.lines().get(line).key());
                if (!Double.isNaN(curve[0])) {
                    curves.put(key(drug, line), curve);
                }
            }
        }
        return new Responses(curves);
    }

    private static long key(int drug, int line) {
        return ((long) drug << 32) | line;
    }

    static double[] unknown() {
        double[] unknown = new double[SingleAgentCurves.STEPS];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** The curve, all NaN where it was not measured. */
    double[] of(int drug, int line) {
        double[] curve = curves.get(key(drug, line));
        return curve == null ? unknown() : curve;
    }
}
