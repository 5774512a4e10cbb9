package org.fenton.learning.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Pathway activities, protein and metabolite levels of CCLE lines by DepMap id, each in standard deviations over all lines that have it.
 *
 * <p>Responses to drugs that the same table holds are not read: a drug's response must not stand behind a test of that drug.
 */
public final class LineProfiles {
    private static final List<String> LAYERS = List.of("PROGENy_", "RPPA_", "MET_");

    private final List<String> names;
    private final Map<String, double[]> byId = new HashMap<>();

    private LineProfiles(List<String> names) {
        this.names = names;
    }

    public static LineProfiles read(DataFiles files) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        List<String> columns = LineAnnotation.forEach(files, rows::add);
        LineProfiles profiles = new LineProfiles(columns.stream()
                .filter(n -> LAYERS.stream().anyMatch(n::startsWith))
                .toList());
        rows.forEach(profiles::add);
        profiles.standardise();
        return profiles;
    }

    private void add(CSVRecord row) {
        double[] levels = names.stream()
                .mapToDouble(n -> row.get(n).isEmpty() ? Double.NaN : Double.parseDouble(row.get(n)))
                .toArray();
        byId.put(row.get("DepMap_ID"), levels);
    }

    private void standardise() {
        List<String> ids = new ArrayList<>(byId.keySet());
        ids.sort(null);
        for (int level = 0; level < names.size(); level++) {
            int at = level;
            double[] known = ids.stream()
                    .mapToDouble(id -> byId.get(id)[at])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            double variance = Arrays.stream(known)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(0);
            double deviation = variance > 0 ? Math.sqrt(variance) : 1;
            ids.forEach(id -> byId.get(id)[at] = (byId.get(id)[at] - mean) / deviation);
        }
    }

    /** Names of the levels in order, {@code PROGENy_JAK-STAT}. */
    public List<String> names() {
        return names;
    }

    /** Levels of a line in the order of {@link #names}, NaN where missing; all missing for a line that the table lacks. */
    public double[] of(String depMapId) {
        double[] levels = byId.get(depMapId);
        if (levels == null) {
            double[] missing = new double[names.size()];
            Arrays.fill(missing, Double.NaN);
            return missing;
        }
        return levels.clone();
    }
}
