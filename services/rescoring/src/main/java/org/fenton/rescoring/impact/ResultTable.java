package org.fenton.rescoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fenton.core.ranking.TermKind;
import org.fenton.documents.CsvCell;
import org.fenton.documents.Json;
import org.fenton.rescoring.cohort.CohortException;

/** The committed table of a run, read case by case. */
final class ResultTable {
    private final Path folder;
    private final Map<String, String> terms = new HashMap<>();

    /** @param folder a result, or the output folder of a run, whose current result is meant */
    ResultTable(Path folder) throws IOException {
        this.folder = resolved(folder);
        for (TermKind kind : TermKind.values()) {
            terms.put(kind.label().replaceAll("[^a-z]+", "_"), kind.label());
        }
    }

    static Path resolved(Path folder) throws IOException {
        for (Path place : List.of(folder.resolve("current"), folder)) {
            if (Files.isRegularFile(place.resolve("summary.json"))) {
                return place.toRealPath();
            }
        }
        throw new CohortException("the baseline " + folder + " holds no result of a run");
    }

    JsonNode summary() throws IOException {
        return Json.parse(Files.readAllBytes(folder.resolve("summary.json")));
    }

    /** All cases, sorted by id and label; a result lists them by the hash of the id, which is another order. */
    Map<CaseRows, CaseRows> cases() throws IOException {
        Map<CaseRows, CaseRows> cases = new TreeMap<>();
        CaseRows open = new CaseRows("", "", new ArrayList<>());
        for (Path file : files()) {
            try (InputStreamReader text = new InputStreamReader(
                    new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8)) {
                CSVFormat format = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get();
                for (CSVRecord record : format.parse(text)) {
                    String label = CsvCell.read(record.get("label"));
                    if (!record.get("case").equals(open.caseId()) || !label.equals(open.label())) {
                        open = new CaseRows(record.get("case"), label, new ArrayList<>());
                        cases.put(open, open);
                    }
                    open.rows().add(row(record));
                }
            }
        }
        return cases;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".candidates.csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    private RankedRow row(CSVRecord record) {
        Map<String, Double> contributions = new TreeMap<>();
        terms.forEach((column, label) -> {
            if (!record.get(column).isEmpty()) {
                contributions.put(label, Double.parseDouble(record.get(column)));
            }
        });
        return new RankedRow(
                record.get("combination"),
                record.get("outlook"),
                record.get("lane"),
                record.get("excluded"),
                record.get("source"),
                CsvCell.read(record.get("reason")),
                contributions);
    }
}
