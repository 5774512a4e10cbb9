package org.fenton.learning.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fixed list of protein families that a drug's targets are told by.
 *
 * <p>Text form, one family a line: name, tab, gene symbols separated by spaces, a trailing {@code *} standing for any
 * ending; lines that begin with {@code #} are remarks. The text travels in the bundle, so a later change of the list
 * cannot change what an old model means.
 */
public final class TargetFamilies {
    private final String text;
    private final List<Family> families;

    private record Family(String name, Set<String> symbols, List<String> prefixes) {
        boolean holds(String symbol) {
            return symbols.contains(symbol) || prefixes.stream().anyMatch(symbol::startsWith);
        }
    }

    /** @throws IllegalArgumentException naming the line that is not a family */
    public TargetFamilies(String text) {
        this.text = text;
        List<Family> read = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] cells = line.split("\t");
            if (cells.length != 2) {
                throw new IllegalArgumentException("'" + line + "' is not: family, tab, gene symbols");
            }
            List<String> patterns = List.of(cells[1].split(" "));
            read.add(new Family(
                    cells[0],
                    Set.copyOf(patterns.stream().filter(p -> !p.endsWith("*")).toList()),
                    patterns.stream()
                            .filter(p -> p.endsWith("*"))
                            .map(p -> p.substring(0, p.length() - 1))
                            .toList()));
        }
        this.families = List.copyOf(read);
    }

    public String text() {
        return text;
    }

    public List<String> names() {
        return families.stream().map(Family::name).toList();
    }

    /** For each family, whether a drug with these target genes hits it. */
    public boolean[] hits(Set<String> targetSymbols) {
        boolean[] hits = new boolean[families.size()];
        for (int f = 0; f < hits.length; f++) {
            Family family = families.get(f);
            hits[f] = targetSymbols.stream().anyMatch(family::holds);
        }
        return hits;
    }
}
