package org.fenton.learning.screen;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.fenton.core.synergy.ResponseScale;

/** Which column is what; names the file, the line and the column in every refusal. */
final class ScreenHeader {
    private final String file;
    private final List<String> names;
    private final Map<ScreenColumn, Integer> index = new EnumMap<>(ScreenColumn.class);

    ScreenHeader(String file, int line, List<String> names) {
        this.file = file;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            String place = file + " line " + line + ", column " + (i + 1) + " (" + names.get(i) + "): ";
            ScreenColumn column = column(names.get(i), place);
            Integer before = index.putIfAbsent(column, i);
            if (before != null) {
                throw new IllegalArgumentException(
                        place + "says the same as column " + (before + 1) + " (" + names.get(before) + "); keep one");
            }
        }
        for (ScreenColumn column : ScreenColumn.values()) {
            if (column.required() && !index.containsKey(column)) {
                throw new IllegalArgumentException(file + " line " + line + ": has no column " + column.key()
                        + "; expected " + ScreenColumn.EXPECTED);
            }
        }
    }

    /** Two columns that are both called dose belong to drug A and drug B in this order. */
    private ScreenColumn column(String name, String place) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.equals("dose") || plain.equals("conc")) {
            return index.containsKey(ScreenColumn.DOSE_A) ? ScreenColumn.DOSE_B : ScreenColumn.DOSE_A;
        }
        return ScreenColumn.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        place + "unknown column; expected " + ScreenColumn.EXPECTED + " (and unit)"));
    }

    int width() {
        return names.size();
    }

    boolean has(ScreenColumn column) {
        return index.containsKey(column);
    }

    /** The scale that the header itself states, by calling the response inhibition or viability. */
    Optional<ResponseScale> statedScale() {
        String name = names.get(index.get(ScreenColumn.RESPONSE)).strip().toLowerCase(Locale.ROOT);
        return name.equals("response") ? Optional.empty() : Optional.of(ResponseScale.parse(name));
    }

    String cell(CSVRecord row, ScreenColumn column) {
        return row.get(index.get(column)).strip();
    }

    String place(int line, ScreenColumn column) {
        int at = index.get(column);
        return file + " line " + line + ", column " + (at + 1) + " (" + names.get(at) + "): ";
    }

    double number(int line, CSVRecord row, ScreenColumn column) {
        String cell = cell(row, column);
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException notDecimal) {
            boolean infinite = cell.matches("(?i)[+-]?(inf(inity)?|nan)");
            throw new IllegalArgumentException(
                    place(line, column)
                            + (infinite
                                    ? "'" + cell + "' is not finite; write NA where nothing was measured"
                                    : "'" + cell + "' is not a number; write a decimal such as 0.25, without a unit"),
                    notDecimal);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(place(line, column) + "'" + cell + "' is not finite; write "
                    + (column == ScreenColumn.RESPONSE ? "NA where nothing was measured" : "a dose such as 0.25"));
        }
        return value;
    }
}
