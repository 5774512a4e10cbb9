package org.fenton.rescoring.cohort;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.fenton.documents.CanonicalJson;

/**
 * Some samples of a gene matrix (genes in rows, samples in columns). Every part reads the whole file and keeps its own
 * columns, so memory is bounded by samples a part and not by the file.
 *
 * @param sheet the sample sheet, where rows are numbered
 */
record MatrixPart(String file, String separator, String sheet, List<Column> columns) implements CohortPart {
    /** @param index of the sample's column in the matrix; -1 when {@code fault} says why there is none */
    record Column(SampleSheet.Sample sample, int index, String fault) implements Serializable {}

    @Override
    public Size survey() {
        return new Size(columns.size(), columns.size());
    }

    @Override
    public CohortPart after(long lines) {
        return this;
    }

    @Override
    public void read(CohortRow.Taker taker) throws IOException {
        List<StringBuilder> profiles = new ArrayList<>();
        String[] faults = new String[columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            profiles.add(new StringBuilder());
            faults[c] = columns.get(c).fault();
        }
        readGenes(profiles, faults);
        for (int c = 0; c < columns.size(); c++) {
            SampleSheet.Sample sample = columns.get(c).sample();
            taker.take(
                    faults[c].isEmpty()
                            ? CohortRow.of(sheet, sample.line(), document(sample, profiles.get(c)))
                            : CohortRow.faulty(sheet, sample.line(), faults[c]));
        }
    }

    private void readGenes(List<StringBuilder> profiles, String[] faults) throws IOException {
        Set<String> seen = new HashSet<>();
        long number = 1;
        try (BufferedReader lines = open(file)) {
            int width = lines.readLine().split(separator, -1).length;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split(separator, -1);
                if (cells.length != width) {
                    throw new CohortException(
                            file + ":" + number + ": " + cells.length + " cells, the header has " + width);
                }
                String gene = unquoted(cells[0]);
                if (!seen.add(gene)) {
                    throw new CohortException(file + ":" + number + ": gene '" + gene + "' stands here a second time");
                }
                for (int c = 0; c < profiles.size(); c++) {
                    if (faults[c].isEmpty()) {
                        faults[c] = append(
                                profiles.get(c),
                                gene,
                                unquoted(cells[columns.get(c).index()]),
                                number);
                    }
                }
            }
        } catch (EOFException cut) {
            throw new CohortException(file + ": the gzip stream is cut off after line " + number);
        }
    }

    /** Appends a member of the profile; what was not measured is left out. Returns the fault of the cell, if any. */
    private String append(StringBuilder profile, String gene, String cell, long number) {
        if (cell.isEmpty() || cell.equalsIgnoreCase("NA") || cell.equalsIgnoreCase("NaN")) {
            return "";
        }
        try {
            double value = Double.parseDouble(cell);
            profile.append(profile.isEmpty() ? "" : ",");
            profile.append('"')
                    .append(gene.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\":");
            profile.append(CanonicalJson.number(value));
            return "";
        } catch (IllegalArgumentException wrong) {
            return file + ":" + number + ": gene " + gene + ": '" + cell + "' is no finite number";
        }
    }

    private static byte[] document(SampleSheet.Sample sample, StringBuilder genes) {
        String head = sample.document().substring(0, sample.document().length() - 1);
        String text = head + ",\"profile\":{\"scale\":\"" + sample.scale().replace("\"", "") + "\",\"genes\":{" + genes
                + "}}}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String unquoted(String cell) {
        String bare = cell.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    static BufferedReader open(String file) throws IOException {
        InputStream bytes = new FileInputStream(file);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }
}
