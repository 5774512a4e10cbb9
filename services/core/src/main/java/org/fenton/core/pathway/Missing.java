package org.fenton.core.pathway;

import java.util.Set;

/** How tables write "nothing here". */
final class Missing {
    private static final Set<String> WORDS = Set.of("", "NA", "N/A", "---", "-", "null", "NULL", "None");

    private Missing() {}

    static boolean is(String cell) {
        return WORDS.contains(cell);
    }
}
