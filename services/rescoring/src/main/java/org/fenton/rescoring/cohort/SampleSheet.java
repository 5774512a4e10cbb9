package org.fenton.rescoring.cohort;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The clinical side of a gene matrix, one sample a row. What a cell may say is the case reader's to judge; here a column
 * only finds its field.
 */
record SampleSheet(List<Sample> samples) {
    private static final Set<String> TEXTS = Set.of("oncotree", "scope", "goal", "sex", "immunotherapy");
    private static final Set<String> LISTS = Set.of("medications", "priorMedications", "history", "organs");
    private static final Set<String> FLAGS = Set.of("pregnant", "lactating");
    private static final Set<String> OTHERS =
            Set.of("sample", "label", "scale", "resistance", "kept", "ageYears", "alterations");

    /** @param document a case without its profile, as JSON text */
    record Sample(String name, long line, String scale, String document) implements java.io.Serializable {}

    static SampleSheet read(Path file) throws IOException {
        CSVFormat format = separator(file)
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            check(file, parser.getHeaderNames());
            List<Sample> samples = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw new CohortException(
                            file + ":" + parser.getCurrentLineNumber() + ": " + row.size() + " cells, the header has "
                                    + parser.getHeaderNames().size());
                }
                samples.add(new Sample(
                        row.get("sample"),
                        parser.getCurrentLineNumber(),
                        cell(row, "scale"),
                        document(row).toString()));
            }
            return new SampleSheet(List.copyOf(samples));
        } catch (IllegalArgumentException wrong) {
            throw new CohortException(file + ": " + wrong.getMessage());
        }
    }

    static CSVFormat separator(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains(".csv") ? CSVFormat.RFC4180 : CSVFormat.TDF;
    }

    private static void check(Path file, List<String> header) throws CohortException {
        Set<String> known = new TreeSet<>(OTHERS);
        known.addAll(TEXTS);
        known.addAll(LISTS);
        known.addAll(FLAGS);
        for (String column : header) {
            if (PatientColumns.isOne(column)) {
                PatientColumns.check(file, column);
            } else if (!known.contains(column)) {
                throw new CohortException(file + ":1: column '" + column + "' is not known; known are " + known + ", "
                        + PatientColumns.FORMS);
            }
        }
        if (!header.contains("sample")) {
            throw new CohortException(file + ":1: column 'sample' is missing; it has " + header);
        }
        if (!header.contains("oncotree") && !header.contains("scope")) {
            throw new CohortException(file + ":1: column 'oncotree' (or 'scope') is missing; it has " + header);
        }
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static ObjectNode document(CSVRecord row) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", "fenton-case/1");
        document.put("label", cell(row, "label").isEmpty() ? row.get("sample") : cell(row, "label"));
        TEXTS.forEach(column -> put(document, column, cell(row, column)));
        for (String column : FLAGS) {
            putFlag(document, column, cell(row, column));
        }
        for (String column : LISTS) {
            if (!cell(row, column).isEmpty()) {
                ArrayNode list = document.putArray(column);
                items(cell(row, column)).forEach(list::add);
            }
        }
        if (!cell(row, "resistance").isEmpty()) {
            ObjectNode resistance = document.putObject("resistance").put("drug", cell(row, "resistance"));
            putFlag(resistance, "kept", cell(row, "kept"));
        }
        putNumber(document, "ageYears", cell(row, "ageYears"));
        if (!cell(row, "alterations").isEmpty()) {
            ArrayNode alterations = document.putArray("alterations");
            for (String item : items(cell(row, "alterations"))) {
                String[] words = item.split("\\s+", 2);
                alterations.addObject().put("gene", words[0]).put("effect", words.length < 2 ? "" : words[1]);
            }
        }
        PatientColumns.put(document, row.toMap());
        return document;
    }

    /** A list is written with semicolons; the word {@code none} is the empty list, which is not the same as not given. */
    private static List<String> items(String cell) {
        return cell.equalsIgnoreCase("none")
                ? List.of()
                : java.util.Arrays.stream(cell.split(";")).map(String::strip).toList();
    }

    private static void put(ObjectNode object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }

    /** What is no flag is passed on as it stands, so that the case reader refuses it with its place. */
    private static void putFlag(ObjectNode object, String name, String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            object.put(name, Boolean.parseBoolean(value));
        } else {
            put(object, name, value);
        }
    }

    static void putNumber(ObjectNode object, String name, String value) {
        try {
            if (!value.isEmpty()) {
                object.put(name, Double.parseDouble(value));
            }
        } catch (NumberFormatException passedOn) {
            object.put(name, value);
        }
    }
}
