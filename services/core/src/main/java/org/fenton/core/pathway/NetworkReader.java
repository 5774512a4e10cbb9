package org.fenton.core.pathway;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fenton.core.id.GeneSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Reads a network from a table with the columns {@code source}, {@code target}, {@code mor} or {@code weight}, and
 * optionally {@code p}, {@code p_value} or {@code pvalue}; other columns, such as R's unnamed row index, are ignored.
 *
 * <p>Names are compared without regard to case. An edge given twice is refused with both lines, since two weights for
 * one edge have no agreed meaning.
 */
public final class NetworkReader {
    private NetworkReader() {}

    /**
     * @param name what the network and the messages about it are called, usually the file's name
     * @param source closed by the caller
     * @throws TableException when a column is missing, a cell is no number, or an edge is given twice
     */
    public static Network read(String name, Reader source) throws IOException {
        DelimitedTable table = new DelimitedTable(name, source);
        int sourceColumn = required(table, "source");
        int targetColumn = required(table, "target");
        int weightColumn = required(table, "mor", "weight");
        int pColumn = find(table.header(), "p", "p_value", "pvalue");
        List<NetworkEdge> edges = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (DelimitedTable.Row row = table.next(); row != null; row = table.next()) {
            NetworkEdge edge = new NetworkEdge(
                    text(table, row, sourceColumn),
                    symbol(table, row, targetColumn),
                    table.number(row, weightColumn),
                    pValue(table, row, pColumn));
            Integer earlier = lines.put(edge.source() + '\t' + edge.target(), row.line());
            if (earlier != null) {
                throw new TableException(
                        table.place(row, targetColumn),
                        "edge " + edge.source() + " -> " + edge.target() + " was given in line " + earlier
                                + "; keep one of the two");
            }
            edges.add(edge);
        }
        return new Network(name, edges);
    }

    private static @Nullable Double pValue(DelimitedTable table, DelimitedTable.Row row, int column) {
        if (column < 0 || Missing.is(row.cells().get(column))) {
            return null;
        }
        double p = table.number(row, column);
        if (p < 0 || p > 1) {
            throw new TableException(table.place(row, column), "p value " + p + " is not within 0 to 1");
        }
        return p;
    }

    private static String text(DelimitedTable table, DelimitedTable.Row row, int column) {
        String cell = row.cells().get(column);
        if (cell.isEmpty()) {
            throw new TableException(
                    table.place(row, column),
                    "is empty; name the " + table.header().get(column) + " of the edge");
        }
        return cell;
    }

    private static GeneSymbol symbol(DelimitedTable table, DelimitedTable.Row row, int column) {
        try {
            return new GeneSymbol(text(table, row, column));
        } catch (TableException stated) {
            throw stated;
        } catch (IllegalArgumentException notASymbol) {
            throw new TableException(table.place(row, column), String.valueOf(notASymbol.getMessage()));
        }
    }

    private static int required(DelimitedTable table, String... names) {
        int column = find(table.header(), names);
        if (column < 0) {
            throw new TableException(
                    table.file(),
                    "has no column " + String.join(" or ", names) + "; its columns are " + table.header()
                            + ", a network needs source, target, mor (or weight)");
        }
        return column;
    }

    private static int find(List<String> header, String... names) {
        for (String name : names) {
            for (int column = 0; column < header.size(); column++) {
                if (header.get(column).toLowerCase(Locale.ROOT).equals(name)) {
                    return column;
                }
            }
        }
        return -1;
    }
}
