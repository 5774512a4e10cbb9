package org.fenton.learning.data;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fenton.learning.files.Vocabulary;

/** The key under which case variants, salts and code names of one drug meet. */
public final class DrugName {
    private static final Map<String, String> ALIASES = Vocabulary.pairs("drug-aliases.tsv");
    private static final Set<String> SALTS = Set.of(
            "hydrochloride",
            "hcl",
            "citrate",
            "malate",
            "mesylate",
            "sodium",
            "maleate",
            "tartrate",
            "sulfate",
            "ethanolamine",
            "base",
            "tosylate",
            "ditosylate",
            "phosphate");

    private DrugName() {}

    /** Lower case, without bracketed synonyms, salt words and punctuation, known code names replaced. */
    public static String key(String name) {
        String unbracketed = name.toLowerCase(Locale.ROOT).replaceAll("\\s\\([^)]*\\)\\s*$", "");
        StringBuilder kept = new StringBuilder();
        for (String word : unbracketed.split("\\s+")) {
            if (!SALTS.contains(word) || kept.isEmpty()) {
                kept.append(word.replaceAll("[^a-z0-9]", ""));
            }
        }
        String key = kept.toString();
        return ALIASES.getOrDefault(key, key);
    }
}
