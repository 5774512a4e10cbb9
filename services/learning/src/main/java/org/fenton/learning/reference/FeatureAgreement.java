package org.fenton.learning.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.data.LineDirectory;

/**
 * How well the panel's activity of a pathway agrees with the CCLE table's in the same lines: another platform and another
 * standardisation, hence what a case from elsewhere may meet.
 *
 * @param lines lines that both the CCLE table and the reference panel hold
 * @param correlation Pearson, −1 to 1
 */
public record FeatureAgreement(String pathway, int lines, double correlation) {
    /** Collects both values of each line and pathway. */
    static final class Tally {
        private final LineDirectory ccle;
        private final Map<String, List<double[]>> both = new TreeMap<>();

        Tally(LineDirectory ccle) {
            this.ccle = ccle;
        }

        void add(String lineKey, PathwayNetworks.Inferred inferred) {
            String pathway = inferred.activity().source();
            Double other = ccle.ccleActivities(lineKey).get(pathway);
            if (other != null && inferred.network().equals(PathwayNetworks.PROGENY)) {
                both.computeIfAbsent(pathway, s -> new ArrayList<>())
                        .add(new double[] {other, inferred.activity().score()});
            }
        }

        List<FeatureAgreement> agreement() {
            return both.entrySet().stream()
                    .filter(e -> e.getValue().size() > 2)
                    .map(e -> new FeatureAgreement(e.getKey(), e.getValue().size(), pearson(e.getValue())))
                    .toList();
        }

        private static double pearson(List<double[]> points) {
            double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
            double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
            double xy = 0;
            double xx = 0;
            double yy = 0;
            for (double[] p : points) {
                xy += (p[0] - meanX) * (p[1] - meanY);
                xx += (p[0] - meanX) * (p[0] - meanX);
                yy += (p[1] - meanY) * (p[1] - meanY);
            }
            return xy / Math.sqrt(xx * yy);
        }
    }
}
