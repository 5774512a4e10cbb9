package org.fenton.catalog.seed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows of one table that come from a file somebody gives rather than from the seeds; a large file comes in several parts.
 *
 * @param file the seed file these rows stand in for
 * @param header the columns the file names in one line above all rows; empty where each row names its own (JSON lines)
 * @param asked is told the columns its reader wants
 */
public record GivenTable(String file, List<String> header, List<Line> lines, Consumer<List<String>> asked) {

    /** Line {@code number} of the file, cells by column. */
    public record Line(int number, Map<String, String> cells) {}

    List<SeedRow> rows(List<String> columns, SeedReport report) {
        asked.accept(columns);
        if (header.isEmpty()) {
            return lines.stream().map(line -> ownColumns(line, columns, report)).toList();
        }
        if (!new SeedTable("", columns, report).fits(header, 1)) {
            return List.of();
        }
        return lines.stream()
                .map(line -> new SeedRow("", line.number(), line.cells(), report))
                .toList();
    }

    private static SeedRow ownColumns(Line line, List<String> columns, SeedReport report) {
        Map<String, String> cells = new HashMap<>();
        columns.forEach(column -> cells.put(column, ""));
        new LinkedHashMap<>(line.cells()).forEach((column, cell) -> {
            if (cells.replace(column, cell) == null) {
                String suggestion = SeedFolder.suggestion(column, columns);
                report.add(new SeedFault("", line.number(), column, "unknown column", suggestion));
            }
        });
        return new SeedRow("", line.number(), cells, report);
    }
}
