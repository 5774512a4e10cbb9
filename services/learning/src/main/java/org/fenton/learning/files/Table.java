package org.fenton.learning.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A delimited file with one header line, read row by row.
 *
 * @param file where it is; named in every error
 * @param format commas or tabs, quoted or not
 * @param charset how its bytes are text
 */
public record Table(Path file, CSVFormat format, Charset charset) {
    /** Comma separated, quoted where needed. */
    public static Table csv(Path file) {
        return new Table(file, CSVFormat.DEFAULT, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Tab separated without quoting. */
    public static Table tsv(Path file) {
        CSVFormat tabs =
                CSVFormat.DEFAULT.builder().setDelimiter('\t').setQuote(null).get();
        return new Table(file, tabs, java.nio.charset.StandardCharsets.UTF_8);
    }

    public Table withCharset(Charset other) {
        return new Table(file, format, other);
    }

    /** The Drug Repurposing Hub puts a dozen lines that begin with ! above its header. */
    public Table withComments(char marker) {
        return new Table(file, format.builder().setCommentMarker(marker).get(), charset);
    }

    /** Hands every row to {@code row}; columns are read by name. */
    public void forEach(Consumer<Row> row) throws IOException {
        CSVFormat headed = format.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, charset);
                CSVParser parser = CSVParser.builder()
                        .setReader(new BufferedReader(reader))
                        .setFormat(headed)
                        .get()) {
            for (CSVRecord record : parser) {
                row.accept(new Row(file, record, parser.getHeaderMap()));
            }
        }
    }

    /** One row; errors name the file and the line. */
    public record Row(Path file, CSVRecord cells, Map<String, Integer> columns) {
        /** The trimmed text of a column, empty where the row is short. */
        public String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException(file + " has no column " + column + "; it has " + columns.keySet());
            }
            return index < cells.size() ? cells.get(index).trim() : "";
        }

        /** @throws IllegalArgumentException when the cell is not a finite number */
        public double number(String column) {
            String text = text(column);
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Falls through to the one message that names the place.
            }
            throw new IllegalArgumentException(place(column) + ": '" + text + "' is not a finite number");
        }

        /** Where a cell is, for an error. */
        public String place(String column) {
            return file + ", record " + (cells.getRecordNumber() + 1) + ", column " + column;
        }
    }
}
