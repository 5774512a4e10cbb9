package org.fenton.catalog.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fenton.catalog.seed.GivenTable.Line;
import org.fenton.catalog.seed.SeedFault;
import org.fenton.catalog.seed.SeedReport;

/** An uploaded file, row by row, whatever its format; a line that is no row goes into the report. */
final class GivenFile {
    /** One line the size of a page of a book would be odd; that many columns are a file of another kind. */
    private static final int MOST_COLUMNS = 200;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final SeedReport report;
    private List<String> header = List.of();
    private final Iterator<Line> lines;

    private GivenFile(SeedReport report, Format format, String type, Utf8Lines text) throws IOException {
        this.report = report;
        this.lines = switch (format) {
            case CSV -> csv(text);
            case TSV -> tsv(text);
            case JSONL -> json(text, type);
        };
    }

    static GivenFile open(InputStream bytes, Format format, String type, SeedReport report) throws IOException {
        return new GivenFile(report, format, type, new Utf8Lines(bytes));
    }

    /** The columns named above the rows; none in JSON lines. */
    List<String> header() {
        return header;
    }

    /** At most {@code most} further rows; none at the end. */
    List<Line> next(int most) {
        List<Line> part = new ArrayList<>();
        while (part.size() < most && lines.hasNext()) {
            Line line = lines.next();
            if (line != null) {
                part.add(line);
            }
        }
        return part;
    }

    private Iterator<Line> csv(Utf8Lines text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        CSVParser parser = CSVParser.parse(text, format);
        Iterator<CSVRecord> records = parser.iterator();
        try {
            header(records.hasNext() ? records.next().toList() : null);
        } catch (UncheckedIOException broken) {
            throw unquoted(parser, broken);
        }
        return new Iterator<>() {
            /** A quoted cell may span lines: a row is where it begins. */
            private int line = (int) parser.getCurrentLineNumber();

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (UncheckedIOException broken) {
                    throw unquoted(parser, broken);
                }
            }

            @Override
            public Line next() {
                CSVRecord row = records.next();
                int began = line + 1;
                line = (int) parser.getCurrentLineNumber();
                Line read = line(began, row.toList());
                return read == null ? null : oneLined(read);
            }
        };
    }

    private static RuntimeException unquoted(CSVParser parser, UncheckedIOException broken) {
        String reason = "is no CSV from here on: " + broken.getCause().getMessage();
        return new BadFile((int) parser.getCurrentLineNumber(), reason, "a quote inside a quoted cell is doubled");
    }

    private Iterator<Line> tsv(Utf8Lines text) throws IOException {
        String first = text.next();
        while (first != null && isSkipped(first)) {
            first = text.next();
        }
        header(first == null ? null : cells(first));
        return new Lines(text) {
            @Override
            Line row(String line) {
                if (isSkipped(line)) {
                    return null;
                }
                Line read = line(text.number(), cells(line));
                boolean mayBeBroken = read != null && ended(line).indexOf('\r') >= 0;
                return mayBeBroken ? oneLined(read) : read;
            }
        };
    }

    private static boolean isSkipped(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static List<String> cells(String line) {
        return List.of(ended(line).split("\t", -1));
    }

    private static String ended(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    private void header(List<String> columns) {
        if (columns == null) {
            throw new BadFile(1, "the file is empty", "one header line, then one row a line");
        }
        if (columns.size() > MOST_COLUMNS) {
            throw new BadFile(1, "the header has " + columns.size() + " columns", "");
        }
        header = columns.stream().map(String::strip).toList();
        if (header.stream().distinct().count() < header.size()) {
            throw new BadFile(1, "a column is named twice: " + String.join(" ", header), "each column once");
        }
    }

    private Line line(int number, List<String> cells) {
        if (cells.size() != header.size()) {
            String reason = "has " + cells.size() + " cells, the header " + header.size();
            report.add(new SeedFault("", number, "", reason, ""));
            return null;
        }
        Map<String, String> byColumn = new HashMap<>(header.size() * 2);
        for (int i = 0; i < cells.size(); i++) {
            byColumn.put(header.get(i), cells.get(i).strip());
        }
        return new Line(number, byColumn);
    }

    /** Rows are also written as tab-separated lines, which know no quoting. */
    private Line oneLined(Line line) {
        boolean broken = false;
        for (Map.Entry<String, String> cell : line.cells().entrySet()) {
            String text = cell.getValue();
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0) {
                report.add(new SeedFault("", line.number(), cell.getKey(), "holds a tab or a line break", "a space"));
                broken = true;
            }
        }
        return broken ? null : line;
    }

    private Iterator<Line> json(Utf8Lines text, String type) {
        return new Lines(text) {
            @Override
            Line row(String line) {
                return line.isBlank() ? null : json(text.number(), line, type);
            }
        };
    }

    private Line json(int number, String line, String type) {
        try {
            JsonNode row = JSON.readValue(line);
            if (!row.isObject()) {
                report.add(new SeedFault("", number, "", "is no JSON object", "one object a line"));
                return null;
            }
            String said = row.path("type").asText(type);
            if (!said.equals(type)) {
                report.add(new SeedFault("", number, "type", "is a " + said + ", the file is of " + type, ""));
                return null;
            }
            return oneLined(new Line(number, Cells.of(type, row)));
        } catch (JsonProcessingException malformed) {
            report.add(new SeedFault("", number, "", "is not JSON: " + malformed.getOriginalMessage(), ""));
            return null;
        }
    }

    /** Rows of a format that has one a line. */
    private abstract static class Lines implements Iterator<Line> {
        private final Utf8Lines text;
        private String next;

        Lines(Utf8Lines text) {
            this.text = text;
        }

        /** Null where the line is no row. */
        abstract Line row(String line);

        @Override
        public boolean hasNext() {
            try {
                if (next == null) {
                    next = text.next();
                }
                return next != null;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Line next() {
            String line = next;
            next = null;
            return row(line);
        }
    }
}
