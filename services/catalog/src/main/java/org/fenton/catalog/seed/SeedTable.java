package org.fenton.catalog.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tab-separated lines under one header line. There is no quoting: a cell is what stands between two tabs, an empty cell is
 * unknown. Blank lines and lines that begin with {@code #} are skipped.
 */
record SeedTable(String file, List<String> columns, SeedReport report) {

    List<SeedRow> rows(List<String> lines) {
        List<SeedRow> rows = new ArrayList<>();
        List<String> header = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (header == null) {
                header = cells;
                if (!fits(header, i + 1)) {
                    return List.of();
                }
            } else if (cells.size() != header.size()) {
                report.add(new SeedFault(
                        file, i + 1, "", "has " + cells.size() + " cells, the header " + header.size(), ""));
            } else {
                rows.add(row(i + 1, header, cells));
            }
        }
        if (header == null) {
            report.add(new SeedFault(file, 1, "", "has no header; it should be: " + String.join(" ", columns), ""));
        }
        return rows;
    }

    private SeedRow row(int line, List<String> header, List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            byColumn.put(header.get(c), cells.get(c).strip());
        }
        return new SeedRow(file, line, byColumn, report);
    }

    boolean fits(List<String> header, int line) {
        boolean fits = true;
        for (String column : header) {
            if (!columns.contains(column)) {
                String suggestion = SeedFolder.suggestion(column, columns);
                report.add(new SeedFault(file, line, column, "unknown column", suggestion));
                fits = false;
            }
        }
        for (String column : columns) {
            if (!header.contains(column)) {
                report.add(new SeedFault(file, line, column, "missing column", ""));
                fits = false;
            }
        }
        return fits;
    }
}
