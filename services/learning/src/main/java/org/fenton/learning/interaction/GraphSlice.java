package org.fenton.learning.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The lines of a catalog release that make its signed graph, as they stand there: edges, disease contexts, scopes, complexes, and the tissues of OncoTree.
 *
 * <p>A head carries the slice that it was trained with, so that a later release changes none of its answers.
 */
public record GraphSlice(String text) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> WHOLE = Set.of("edge", "context", "scope");
    private static final Set<String> ROOTS = Set.of("", "TISSUE");

    /** A graph of no edge: nothing leads anywhere. */
    public static GraphSlice none() {
        return new GraphSlice("");
    }

    /** @throws IllegalArgumentException when the file is no release, with the line */
    public static GraphSlice of(Path release) throws IOException {
        StringBuilder kept = new StringBuilder();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(release)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (belongs(MAPPER.readTree(line))) {
                    kept.append(line).append('\n');
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(
                    release + " line " + number + " is no line of a release: " + e.getOriginalMessage(), e);
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(release + " holds no edge: expected the lines of a catalog release");
        }
        return new GraphSlice(kept.toString());
    }

    private static boolean belongs(JsonNode line) {
        String type = line.path("type").asText();
        return WHOLE.contains(type)
                || type.equals("node") && !line.path("members").isEmpty()
                || type.equals("tumour") && ROOTS.contains(line.path("parent").asText());
    }
}
