package org.fenton.catalog.drug;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.SaltWords;

/**
 * A name a drug goes by, with two keys under which it is found.
 *
 * @param compact letters and digits only: {@code AZD-1480} is {@code azd1480}
 * @param words the words in order of the alphabet: {@code acid, zoledronic} is {@code acid zoledronic}
 */
@Embeddable
public record DrugName(
        String name, @Enumerated(EnumType.STRING) Kind kind, String compact, String words) {

    /** Where a name comes from; a code is told by its digits. */
    public enum Kind {
        ID,
        NAME,
        CODE,
        SYNONYM
    }

    private static final Map<String, String> GREEK =
            Map.of("α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "κ", "kappa");

    static DrugName of(String name, Kind kind) {
        return new DrugName(name, kind, compact(name), words(name));
    }

    /** Every name of a drug, each once. */
    static List<DrugName> of(String drug, String name, List<String> synonyms) {
        Map<String, DrugName> names = new LinkedHashMap<>();
        names.put(drug, of(drug, Kind.ID));
        names.putIfAbsent(name, of(name, Kind.NAME));
        for (String synonym : synonyms) {
            boolean code = synonym.chars().anyMatch(Character::isDigit);
            names.putIfAbsent(synonym, of(synonym, code ? Kind.CODE : Kind.SYNONYM));
        }
        return new ArrayList<>(names.values());
    }

    public static String compact(String name) {
        return plain(name).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static String words(String name) {
        return Arrays.stream(plain(name).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The name without its salt words, or empty when it has none or nothing else. */
    static String withoutSalt(String name) {
        List<String> words = Arrays.asList(plain(name).split("[^\\p{L}\\p{N}]+"));
        List<String> moiety =
                words.stream().filter(word -> !SaltWords.ALL.contains(word)).toList();
        return moiety.size() == words.size() ? "" : String.join(" ", moiety);
    }

    /** Letter case, accents, Greek letters and the British and American spellings of one sound set aside. */
    private static String plain(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        for (var letter : GREEK.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("sulph", "sulf")
                .replace("oestr", "estr")
                .replace("haem", "hem");
    }
}
