package org.fenton.learning.screen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the long format and the headers that name it. */
enum ScreenColumn {
    DRUG_A("drug_a", true, "druga", "drug1", "drug_1"),
    DOSE_A("dose_a", true, "dosea", "dose1", "dose_1", "conc_a", "conc1"),
    DRUG_B("drug_b", true, "drugb", "drug2", "drug_2"),
    DOSE_B("dose_b", true, "doseb", "dose2", "dose_2", "conc_b", "conc2"),
    LINE("line", true, "cell_line", "cell_line_name"),
    REPLICATE("replicate", false, "rep"),
    RESPONSE("response", true, "inhibition", "viability"),
    UNIT("unit", false, "dose_unit", "conc_unit");

    /** What a file's first line should be. */
    static final String EXPECTED = "drug_a, dose_a, drug_b, dose_b, line, replicate, response";

    private final String key;
    private final boolean required;
    private final List<String> aliases;

    ScreenColumn(String key, boolean required, String... aliases) {
        this.key = key;
        this.required = required;
        this.aliases = List.of(aliases);
    }

    String key() {
        return key;
    }

    boolean required() {
        return required;
    }

    static Optional<ScreenColumn> named(String header) {
        String plain = header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        for (ScreenColumn column : values()) {
            if (column.key.equals(plain) || column.aliases.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
