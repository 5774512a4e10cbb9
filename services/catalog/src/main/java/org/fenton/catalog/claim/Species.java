package org.fenton.catalog.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The species a text names in so many words; nothing is read into a text that names none. */
final class Species {
    private static final Map<String, Pattern> NAMES = new TreeMap<>(Map.of(
            "human", words("humans?|patients?|volunteers?|clinical trial"),
            "mouse", words("mouse|mice|murine"),
            "rat", words("rats?"),
            "dog", words("dogs?|canine"),
            "goat", words("goats?"),
            "pig", words("pigs?|porcine"),
            "rabbit", words("rabbits?"),
            "zebrafish", words("zebrafish")));

    private Species() {}

    /** Sorted. */
    static List<String> namedIn(String text) {
        List<String> species = new ArrayList<>();
        NAMES.forEach((name, words) -> {
            if (text != null && words.matcher(text).find()) {
                species.add(name);
            }
        });
        return species;
    }

    private static Pattern words(String either) {
        return Pattern.compile("\\b(?:" + either + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
