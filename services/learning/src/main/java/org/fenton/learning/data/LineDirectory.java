package org.fenton.learning.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.fenton.learning.features.BiologicalState;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Table;
import org.fenton.learning.files.Vocabulary;

/**
 * Pathway activities and tissues of cell lines.
 *
 * <p>Activities are centred and scaled over all lines of the CCLE table, pathway by pathway. A line that the table does not hold has
 * no pathway features.
 */
final class LineDirectory {
    private final Map<String, String> idByScreenName = new HashMap<>();
    private final Map<String, String> idByAlias = new HashMap<>();
    private final Map<String, Map<String, Double>> pathwaysById = new HashMap<>();
    private final Map<String, String> tissueById = new HashMap<>();
    private final Map<String, String> tissueByName = new HashMap<>();

    static LineDirectory read(DataFiles files) throws IOException {
        LineDirectory lines = new LineDirectory();
        Table.csv(files.screenLines()).forEach(r -> {
            if (!r.text("ach").isEmpty()) {
                lines.idByScreenName.put(r.text("set") + "/" + r.text("line"), r.text("ach"));
            }
        });
        lines.readAliases(files);
        lines.readActivities(files);
        lines.readTissues(files);
        return lines;
    }

    /** The alias file has no header line. */
    private void readAliases(DataFiles files) throws IOException {
        for (String line : Files.readAllLines(files.lineAliases())) {
            String[] cells = line.split(",");
            if (cells.length == 2) {
                idByAlias.putIfAbsent(cells[0], cells[1]);
            }
        }
    }

    private void readActivities(DataFiles files) throws IOException {
        Table.csv(files.lineActivities()).forEach(r -> {
            String pathway = r.text("source");
            if (!PairFeatures.PATHWAYS.contains(pathway)) {
                return;
            }
            String[] ids = r.columns().keySet().stream()
                    .filter(c -> !c.equals("source"))
                    .toArray(String[]::new);
            double[] values = Arrays.stream(ids).mapToDouble(r::number).toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
            for (int i = 0; i < ids.length; i++) {
                pathwaysById
                        .computeIfAbsent(ids[i], id -> new HashMap<>())
                        .put(pathway, (values[i] - mean) / Math.sqrt(variance));
            }
        });
    }

    private void readTissues(DataFiles files) throws IOException {
        Map<String, String> words = Vocabulary.pairs("tissues.tsv");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(files.lineAnnotation())), StandardCharsets.UTF_8));
                CSVParser rows = CSVParser.builder()
                        .setReader(in)
                        .setFormat(CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                        .get()) {
            rows.forEach(r -> putTissue(tissueById, r.get("DepMap_ID"), words.get(r.get("site").replace('_', ' '))));
        }
        Table.csv(files.lineProteins()).forEach(r -> putTissue(tissueByName, r.text("cell"), words.get(r.text("Tissue"))));
    }

    private static void putTissue(Map<String, String> tissues, String line, @org.jspecify.annotations.Nullable String tissue) {
        if (tissue != null) {
            tissues.put(line, tissue);
        }
    }

    /** The DepMap id of a screen's line, else its name in upper case without punctuation. */
    String key(String screen, String name) {
        String id = idByScreenName.get(screen + "/" + name);
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return id != null ? id : idByAlias.getOrDefault(plain, plain);
    }

    BiologicalState state(String key, String name) {
        Optional<String> tissue =
                Optional.ofNullable(tissueById.get(key)).or(() -> Optional.ofNullable(tissueByName.get(name)));
        return new BiologicalState(pathwaysById.getOrDefault(key, Map.of()), tissue);
    }
}
