package org.fenton.learning.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ActivityMethod;
import org.fenton.core.pathway.SymbolPolicy;
import org.fenton.core.pathway.Viper;
import org.fenton.core.pathway.Viper.Pleiotropy;
import org.fenton.learning.files.TextFiles;
import org.fenton.learning.reference.ActivityMethods;

/** The words of the command line as what they mean; an unknown word is answered with those that would be right. */
final class Choices {
    private static final Pattern SEPARATOR = Pattern.compile("[\t,]");

    private Choices() {}

    static ActivityMethod method(String method, String pleiotropy) {
        if (!ActivityMethods.names().contains(method)) {
            throw unknown("--method", method, String.join(", ", ActivityMethods.names()));
        }
        ActivityMethod named = ActivityMethods.named(method);
        return named instanceof Viper ? new Viper(pleiotropy(pleiotropy)) : named;
    }

    private static Pleiotropy pleiotropy(String word) {
        return switch (word) {
            case "corrected" -> Pleiotropy.CORRECTED;
            case "uncorrected" -> Pleiotropy.UNCORRECTED;
            default -> throw unknown("--pleiotropy", word, "corrected, uncorrected");
        };
    }

    static SymbolPolicy symbols(String word) {
        return switch (word) {
            case "current" -> SymbolPolicy.CURRENT;
            case "as-written" -> SymbolPolicy.AS_WRITTEN;
            default -> throw unknown("--symbols", word, "current, as-written");
        };
    }

    static String format(String word) {
        if (!List.of("tsv", "json").contains(word)) {
            throw unknown("--format", word, "tsv, json");
        }
        return word;
    }

    private static IllegalArgumentException unknown(String option, String word, String known) {
        return new IllegalArgumentException(option + " " + word + " is unknown; use one of " + known);
    }

    /** Symbols by Ensembl gene id without version; lines that hold no such id, as a header, are passed over. */
    static Map<String, GeneSymbol> ensemblSymbols(Optional<Path> file) throws IOException {
        Map<String, GeneSymbol> mapping = new HashMap<>();
        if (file.isPresent()) {
            try (BufferedReader text = TextFiles.open(file.get())) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    String[] cells = SEPARATOR.split(line.replace("\"", ""));
                    if (cells.length >= 2 && cells[0].startsWith("ENSG") && !cells[1].isBlank()) {
                        String id = cells[0].strip().replaceFirst("\\..*", "");
                        mapping.put(id, new GeneSymbol(cells[1].strip()));
                    }
                }
            }
        }
        return mapping;
    }
}
