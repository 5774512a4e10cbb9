package org.fenton.rescoring.cohort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what was given as a cohort and cuts it into parts.
 *
 * @param samples the sample sheet of a gene matrix
 * @param partBytes about how large a part of an NDJSON file is
 * @param longestLine bytes of the longest line that is read
 */
public record CohortFiles(List<Path> given, Optional<Path> samples, long partBytes, int longestLine) {
    /** Sixty thousand genes of this many samples are about 300 MB of text in a task. */
    private static final int SAMPLES_A_PART = 256;

    /** @throws CohortException naming the file that cannot be used */
    public List<CohortPart> parts() throws IOException {
        List<CohortPart> parts = new ArrayList<>();
        for (Path path : given) {
            List<Path> documents = new ArrayList<>();
            for (Path file : files(path.toAbsolutePath())) {
                if (DocumentsPart.isOne(file)) {
                    documents.add(file);
                } else {
                    parts.addAll(parts(file));
                }
            }
            parts.addAll(DocumentsPart.of(documents, partBytes, longestLine));
        }
        return parts;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new CohortException("cannot read the cohort " + path);
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> listed = Files.list(path)) {
            List<Path> files = listed.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".")
                            && !file.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CohortException("the cohort " + path + " holds no file");
            }
            return files;
        }
    }

    private List<CohortPart> parts(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (bare.endsWith(".ndjson") || bare.endsWith(".jsonl")) {
            return NdjsonPart.of(file.toString(), Files.size(file), partBytes, longestLine);
        }
        if (bare.endsWith(".parquet")) {
            return List.of(new ParquetPart(file.toString()));
        }
        if (bare.endsWith(".tsv") || bare.endsWith(".csv")) {
            return matrix(
                    file,
                    samples.orElseThrow(() ->
                            new CohortException(file + ": a gene matrix needs its sample sheet: --samples FILE")));
        }
        throw new CohortException(file
                + ": no cohort by its name; .ndjson, .jsonl (also .gz), .json, .parquet, .tsv or .csv with --samples");
    }

    private static List<CohortPart> matrix(Path file, Path sheet) throws IOException {
        String separator = SampleSheet.separator(file).getDelimiterString();
        Map<String, Integer> places = new HashMap<>();
        List<String> twice = new ArrayList<>();
        try (BufferedReader lines = MatrixPart.open(file.toString())) {
            String header = lines.readLine();
            if (header == null) {
                throw new CohortException(file + ": is empty");
            }
            String[] names = header.split(separator, -1);
            for (int i = 1; i < names.length; i++) {
                if (places.put(MatrixPart.unquoted(names[i]), i) != null) {
                    twice.add(MatrixPart.unquoted(names[i]));
                }
            }
        }
        List<SampleSheet.Sample> rows = SampleSheet.read(sheet).samples();
        Map<String, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.name(), 1L, Long::sum));
        List<MatrixPart.Column> columns = new ArrayList<>();
        for (SampleSheet.Sample row : rows) {
            String fault = "";
            if (counts.get(row.name()) > 1) {
                fault = "sample '" + row.name() + "' stands " + counts.get(row.name()) + " times in the sample sheet";
            } else if (twice.contains(row.name())) {
                fault = "sample '" + row.name() + "' is the name of two columns of " + file;
            } else if (!places.containsKey(row.name())) {
                fault = "sample '" + row.name() + "' is no column of " + file;
            }
            columns.add(new MatrixPart.Column(row, places.getOrDefault(row.name(), -1), fault));
        }
        List<CohortPart> parts = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += SAMPLES_A_PART) {
            parts.add(new MatrixPart(
                    file.toString(),
                    separator,
                    sheet.toAbsolutePath().toString(),
                    new ArrayList<>(columns.subList(from, Math.min(columns.size(), from + SAMPLES_A_PART)))));
        }
        return parts;
    }
}
