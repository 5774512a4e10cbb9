package org.fenton.learning.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fixed list of protein families that a drug's targets are told by.
 *
 * <p>Text form, one family a line: name, tab, gene symbols separated by spaces, a trailing {@code *} standing for any
 * ending; lines that begin with {@code #} are remarks. The text travels in the bundle, so a later change of the list
 * cannot change what an old model means.
 */
public final class TargetFamilies {
    private final String text;
    private final List<String> names;
    private final Map<String, List<Integer>> bySymbol = new HashMap<>();
    private final Map<String, List<Integer>> byPrefix = new TreeMap<>();

    /** @throws IllegalArgumentException naming the line that is not a family */
    public TargetFamilies(String text) {
        this.text = text;
        List<String> read = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] cells = line.split("\t");
            if (cells.length != 2) {
                throw new IllegalArgumentException("'" + line + "' is not: family, tab, gene symbols");
            }
            for (String pattern : cells[1].split(" ")) {
                boolean anyEnding = pattern.endsWith("*");
                (anyEnding ? byPrefix : bySymbol)
                        .computeIfAbsent(
                                anyEnding ? pattern.substring(0, pattern.length() - 1) : pattern,
                                p -> new ArrayList<>())
                        .add(read.size());
            }
            read.add(cells[0]);
        }
        this.names = List.copyOf(read);
    }

    public String text() {
        return text;
    }

    public List<String> names() {
        return names;
    }

    /** For each family, whether a drug with these target genes hits it. */
    public boolean[] hits(Set<String> targetSymbols) {
        boolean[] hits = new boolean[names.size()];
        for (String symbol : targetSymbols) {
            bySymbol.getOrDefault(symbol, List.of()).forEach(family -> hits[family] = true);
            byPrefix.forEach((prefix, families) -> {
                if (symbol.startsWith(prefix)) {
                    families.forEach(family -> hits[family] = true);
                }
            });
        }
        return hits;
    }
}
