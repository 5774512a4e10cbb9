package org.fenton.catalog.seed;

/** One place in a seed file that is wrong; {@code line} counts the header as line 1, {@code column} may be empty. */
public record SeedFault(String file, int line, String column, String reason, String suggestion) {

    @Override
    public String toString() {
        String place = file + ":" + line + (column.isEmpty() ? "" : " [" + column + "]");
        return place + " " + reason + (suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?");
    }
}
