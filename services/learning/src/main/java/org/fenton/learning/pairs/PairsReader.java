package org.fenton.learning.pairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads pairs row by row from tab-separated text; a fault names file, line and column and what would be right. */
public final class PairsReader {
    private static final List<String> COLUMNS = List.of("drug_a", "drug_b", "cell_line");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a decoder writes for bytes it cannot read; a name that lost a letter must not be taken for the name without it. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private final String file;
    private final BufferedReader text;
    private final List<String> header;
    private final int[] at;
    private long line = 1;

    /**
     * @param file what messages call it
     * @throws IllegalArgumentException when the header lacks a column or has one twice
     */
    public PairsReader(String file, BufferedReader text) throws IOException {
        this.file = file;
        this.text = text;
        String first = text.readLine();
        if (first == null || first.isBlank()) {
            throw new IllegalArgumentException(file + ", line 1: is empty; the header is " + wanted());
        }
        String unmarked = first.charAt(0) == BYTE_ORDER_MARK ? first.substring(1) : first;
        this.header = Arrays.stream(unmarked.split("\t", -1)).map(String::strip).toList();
        this.at = COLUMNS.stream().mapToInt(this::position).toArray();
    }

    private static String wanted() {
        return String.join(" ", COLUMNS) + ", separated by tabs";
    }

    private int position(String column) {
        int first = header.indexOf(column);
        if (first < 0) {
            throw new IllegalArgumentException(file + ", line 1: there is no column " + column + "; the header is "
                    + wanted() + ", and it is '" + String.join(" | ", header) + "'");
        }
        if (first != header.lastIndexOf(column)) {
            throw new IllegalArgumentException(
                    file + ", line 1, column " + column + ": stands twice; keep one of them");
        }
        return first;
    }

    /** Columns that are read over, in the file's order. */
    public List<String> ignored() {
        List<String> ignored = new ArrayList<>(header);
        ignored.removeAll(COLUMNS);
        return ignored;
    }

    /**
     * The next row; empty at the end of the file.
     *
     * @throws IllegalArgumentException when a row has other cells than the header, or an empty one
     */
    public Optional<PairRow> next() throws IOException {
        String row = text.readLine();
        if (row == null) {
            return Optional.empty();
        }
        line++;
        if (row.isBlank()) {
            refuseMore();
            return Optional.empty();
        }
        String[] cells = row.split("\t", -1);
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(file + ", line " + line + ": has " + cells.length
                    + (cells.length == 1 ? " cell" : " cells") + ", the header has " + header.size()
                    + "; give one for each column, separated by tabs");
        }
        return Optional.of(new PairRow(cell(cells, 0), cell(cells, 1), cell(cells, 2)));
    }

    /** Empty lines are no rows; they may only end the file, so that rows out can be laid beside rows in. */
    private void refuseMore() throws IOException {
        long empty = line;
        for (String more = text.readLine(); more != null; more = text.readLine()) {
            if (!more.isBlank()) {
                throw new IllegalArgumentException(file + ", line " + empty + ": is empty; remove it");
            }
        }
    }

    private String cell(String[] cells, int column) {
        String cell = cells[at[column]].strip();
        if (cell.isEmpty()) {
            throw new IllegalArgumentException(file + ", line " + line + ", column " + COLUMNS.get(column)
                    + ": is empty; give a " + (column == 2 ? "cell line" : "drug") + " by name or identifier"
                    + (column == 2 ? "" : ", or its SMILES"));
        }
        if (cell.indexOf(NOT_UTF_8) >= 0) {
            throw new IllegalArgumentException(file + ", line " + line + ", column " + COLUMNS.get(column)
                    + ": holds bytes that are not UTF-8; save the file as UTF-8");
        }
        return cell;
    }
}
