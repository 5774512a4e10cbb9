package org.fenton.local.workbench;

import java.util.ArrayList;
import java.util.List;

/** The cells of RFC 4180 text, as a spreadsheet reads them. */
final class CsvCells {
    private CsvCells() {}

    static List<String> of(String csv) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString().replaceFirst("\r$", ""));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
