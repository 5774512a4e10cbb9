package org.fenton.documents;

import java.util.regex.Pattern;

/**
 * A cell of a CSV file (RFC 4180) that people open in a spreadsheet. Text that a spreadsheet would take for a formula gets an
 * apostrophe before it: names, labels and reasons come from callers and from the catalog. Numbers stay numbers.
 */
public final class CsvCell {
    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

    private CsvCell() {}

    /** The cell as a file holds it, in quotes where it needs them. */
    public static String quoted(String text) {
        StringBuilder cell = new StringBuilder(text.length() + 2);
        append(cell, text);
        return cell.toString();
    }

    public static void append(StringBuilder line, String text) {
        boolean guarded = calculates(text);
        boolean plain = true;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            line.append(guarded ? "'" : "").append(text);
        } else {
            line.append(guarded ? "\"'" : "\"")
                    .append(text.replace("\"", "\"\""))
                    .append('"');
        }
    }

    /** What was written, from the cell's text without its quotes. */
    public static String read(String cell) {
        return cell.startsWith("'") && calculates(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes before it do not count, so that what is guarded can be told from what began with one. */
    private static boolean calculates(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length()
                && FORMULA.indexOf(text.charAt(at)) >= 0
                && (at > 0 || !NUMBER.matcher(text).matches());
    }
}
