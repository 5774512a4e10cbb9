package org.fenton.core.pathway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tab-, comma- or semicolon-separated table with one header line, as R, Python and spreadsheets write it.
 *
 * <p>The separator is the header's: tab when it has one, else comma, else semicolon. Double quotes may enclose a cell and
 * are doubled inside one. Lines that are blank, and lines before the header that begin with {@code #}, are skipped. When
 * the rows have one cell more than the header (R's {@code write.table}), the first column is an unnamed index.
 */
final class DelimitedTable {
    /** @param line counted from 1 in the file */
    record Row(int line, List<String> cells) {}

    private final String file;
    private final BufferedReader reader;
    private final char separator;
    private final List<String> header;
    private int line;
    private @Nullable Row first;

    DelimitedTable(String file, Reader source) throws IOException {
        this.file = file;
        this.reader = source instanceof BufferedReader buffered ? buffered : new BufferedReader(source);
        String top = nextLine();
        while (top != null && top.startsWith("#")) {
            top = nextLine();
        }
        if (top == null) {
            throw new TableException(file, "is empty; expected a header line and one line a gene or edge");
        }
        this.separator = top.indexOf('\t') >= 0 ? '\t' : top.indexOf(',') >= 0 ? ',' : ';';
        List<String> names = cells(top);
        String second = nextLine();
        if (second == null) {
            throw new TableException(file, "has a header line only; expected one line a gene or edge below it");
        }
        List<String> cells = cells(second);
        if (cells.size() == names.size() + 1) {
            names.add(0, "");
        }
        this.header = List.copyOf(names);
        this.first = checked(cells);
    }

    List<String> header() {
        return header;
    }

    String file() {
        return file;
    }

    /** The next row, with as many cells as the header; null at the end. */
    @Nullable
    Row next() throws IOException {
        if (first != null) {
            Row row = first;
            first = null;
            return row;
        }
        String text = nextLine();
        return text == null ? null : checked(cells(text));
    }

    /** Where a cell stands, for messages. */
    String place(Row row, int column) {
        String name = header.get(column);
        return file + " line " + row.line() + ", column " + (column + 1) + (name.isEmpty() ? "" : " (" + name + ")");
    }

    double number(Row row, int column) {
        String cell = row.cells().get(column);
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException notDecimal) {
            if (cell.matches("(?i)[+-]?inf(inity)?")) {
                value = Double.POSITIVE_INFINITY;
            } else {
                throw new TableException(
                        place(row, column), "'" + cell + "' is not a number; write a decimal such as -1.25");
            }
        }
        if (!Double.isFinite(value)) {
            throw new TableException(
                    place(row, column), "'" + cell + "' is not finite; write NA where nothing was measured");
        }
        return value;
    }

    private Row checked(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new TableException(
                    file + " line " + line,
                    cells.size() + " cells where the header names " + header.size()
                            + (cells.size() == 1 ? "; is the separator that of the header?" : ""));
        }
        return new Row(line, cells);
    }

    private @Nullable String nextLine() throws IOException {
        while (true) {
            String text = reader.readLine();
            line++;
            if (text == null) {
                return null;
            }
            if (line == 1 && text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            if (!text.isBlank()) {
                return text;
            }
        }
    }

    private List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (true) {
            int quote = start;
            while (quote < text.length() && text.charAt(quote) == ' ') {
                quote++;
            }
            if (quote < text.length() && text.charAt(quote) == '"') {
                start = quoted(text, quote, cells);
            } else {
                int end = text.indexOf(separator, start);
                cells.add((end < 0 ? text.substring(start) : text.substring(start, end)).strip());
                start = end < 0 ? text.length() + 1 : end + 1;
            }
            if (start > text.length()) {
                return cells;
            }
        }
    }

    /** Adds the quoted cell that opens at {@code open} and gives the start of the next one. */
    private int quoted(String text, int open, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        int at = open + 1;
        while (true) {
            int close = text.indexOf('"', at);
            if (close < 0) {
                throw new TableException(
                        file + " line " + line + ", cell " + (cells.size() + 1), "a quote is opened and never closed");
            }
            cell.append(text, at, close);
            if (close + 1 < text.length() && text.charAt(close + 1) == '"') {
                cell.append('"');
                at = close + 2;
                continue;
            }
            cells.add(cell.toString().strip());
            int end = text.indexOf(separator, close + 1);
            if (!text.substring(close + 1, end < 0 ? text.length() : end).isBlank()) {
                throw new TableException(
                        file + " line " + line + ", cell " + cells.size(), "text follows the closing quote");
            }
            return end < 0 ? text.length() + 1 : end + 1;
        }
    }
}
