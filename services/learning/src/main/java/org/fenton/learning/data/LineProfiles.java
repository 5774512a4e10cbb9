package org.fenton.learning.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fenton.learning.data.DataFiles.Input;

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
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(files.path(Input.LINE_ANNOTATION))),
                        StandardCharsets.UTF_8));
                CSVParser rows = CSVParser.builder()
                        .setReader(in)
                        .setFormat(CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                        .get()) {
            List<String> names = rows.getHeaderNames().stream()
                    .filter(n -> LAYERS.stream().anyMatch(n::startsWith))
                    .toList();
            LineProfiles profiles = new LineProfiles(names);
            rows.forEach(profiles::add);
            profiles.standardise();
            return profiles;
        }
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
