package org.fenton.rescoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;
import org.fenton.rescoring.cohort.CohortRow;

/** Rows that cannot be ranked, with file, line, reason and the row itself, each in the file of the task that met it. */
final class SetAside {
    /** A larger row is named and not copied. */
    private static final int LARGEST_COPY = 1 << 20;

    private SetAside() {}

    static void append(Path file, CohortRow row, String reason) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", row.file()).put("line", row.line()).put("reason", reason);
        if (row.json().length > 0 && row.json().length <= LARGEST_COPY) {
            node.put("row", new String(row.json(), StandardCharsets.UTF_8));
        }
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write((CanonicalJson.write(node) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How many rows the tasks of a run have set aside so far; a task that was tried again counts again. */
    static long count(Path folder) throws IOException {
        long count = 0;
        for (Path file : files(folder)) {
            try (Stream<String> lines = Files.lines(file)) {
                count += lines.count();
            }
        }
        return count;
    }

    /** Each row once, by file and line. */
    static List<String> sorted(Path folder) throws IOException {
        Map<String, String> byPlace = new TreeMap<>();
        for (Path file : files(folder)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode node = Json.parse(line.getBytes(StandardCharsets.UTF_8));
                byPlace.put(
                        String.format(
                                "%s\n%019d",
                                node.path("file").asText(), node.path("line").asLong()),
                        line);
            }
        }
        return List.copyOf(byPlace.values());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
