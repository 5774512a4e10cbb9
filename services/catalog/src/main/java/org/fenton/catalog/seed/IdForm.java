package org.fenton.catalog.seed;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What ids of a table look like; the database asks for the same (V1__facts.sql), but cannot say in which line of which file. */
record IdForm(Pattern pattern, String words) {
    private static final Map<String, IdForm> BY_FILE = Map.of(
            "sources.tsv", form("S-[A-Za-z0-9]+", "S- and letters or digits"),
            "edges.tsv", form("E[0-9]{3,}", "E and at least three digits"),
            "contexts.tsv", form("C[0-9]{2,}", "C and at least two digits"),
            "resistance.tsv", form("R[0-9]{2,}", "R and at least two digits"),
            "combinations.tsv", form("K[0-9]{2,}", "K and at least two digits"),
            "rules.tsv", form("SF[0-9]{2,}", "SF and at least two digits"),
            "drugs.tsv", form("[a-z0-9]+([-.][a-z0-9]+)*", "small letters and digits, joined by - or ."));

    private static IdForm form(String pattern, String words) {
        return new IdForm(Pattern.compile(pattern), words);
    }

    /** The same rows; one whose id has another form is refused. */
    static List<SeedRow> checked(String file, List<SeedRow> rows) {
        IdForm form = BY_FILE.get(file);
        if (form != null) {
            rows.forEach(form::check);
        }
        return rows;
    }

    private void check(SeedRow row) {
        String id = row.text("id");
        if (id != null && !pattern.matcher(id).matches()) {
            row.refuse("id", "'" + id + "' is not of the form of its table: " + words, "");
        }
    }
}
