package org.fenton.learning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.features.BiologicalState;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Table;
import org.fenton.learning.files.Vocabulary;

/**
 * Names and tissues of cell lines, and the activities that the CCLE table gives them.
 *
 * <p>The table's activities are centred and scaled over all its lines, pathway by pathway. They are compared with the panel's but are no
 * feature: for several pathways the two disagree in the same lines, and a feature must mean in training what it means in serving.
 */
public final class LineDirectory {
    private final Map<String, String> idByScreenName = new HashMap<>();
    private final Map<String, String> idByAlias = new HashMap<>();
    private final Map<String, Map<String, Double>> pathwaysById = new HashMap<>();
    private final Map<String, String> tissueById = new HashMap<>();
    private final Map<String, String> tissueByName = new HashMap<>();

    public static LineDirectory read(DataFiles files) throws IOException {
        LineDirectory lines = new LineDirectory();
        Table.csv(files.path(Input.SCREEN_LINES)).forEach(r -> {
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
        for (String line : Files.readAllLines(files.path(Input.LINE_ALIASES))) {
            String[] cells = line.split(",");
            if (cells.length == 2) {
                idByAlias.putIfAbsent(cells[0], cells[1]);
            }
        }
    }

    private void readActivities(DataFiles files) throws IOException {
        Table.csv(files.path(Input.CCLE_ACTIVITIES)).forEach(r -> {
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
        LineAnnotation.forEach(
                files,
                r -> putTissue(
                        tissueById, r.get("DepMap_ID"), words.get(r.get("site").replace('_', ' '))));
        Table.csv(files.path(Input.LINE_PROTEINS))
                .forEach(r -> putTissue(tissueByName, r.text("cell"), words.get(r.text("Tissue"))));
    }

    private static void putTissue(
            Map<String, String> tissues, String line, @org.jspecify.annotations.Nullable String tissue) {
        if (tissue != null) {
            tissues.put(line, tissue);
        }
    }

    /** The DepMap id of a screen's line, else its name in upper case without punctuation. */
    public String key(String screen, String name) {
        String id = idByScreenName.get(screen + "/" + name);
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return id != null ? id : idByAlias.getOrDefault(plain, plain);
    }

    /** DepMap id of a line by any of its names, else the name in upper case without punctuation. */
    public String key(String name) {
        return key("", name);
    }

    /** The CCLE table's standardised activities of a line; empty when the table does not hold it. */
    public Map<String, Double> ccleActivities(String key) {
        return pathwaysById.getOrDefault(key, Map.of());
    }

    /** OncoTree tissue of a line by its key, else by the name a screen writes. */
    public Optional<String> tissue(String key, String name) {
        return Optional.ofNullable(tissueById.get(key)).or(() -> Optional.ofNullable(tissueByName.get(name)));
    }

    /**
     * @param panelPathways standardised activities of reference panel lines by DepMap id, made as a case's are
     */
    BiologicalState state(String key, String name, Map<String, Map<String, Double>> panelPathways) {
        return new BiologicalState(panelPathways.getOrDefault(key, Map.of()), tissue(key, name));
    }
}
