package org.fenton.learning.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.CloseNames;
import org.fenton.learning.kernel.LineTraits;
import org.jspecify.annotations.Nullable;

/**
 * The directory of cell lines: finds one by DepMap id or by any usual name. Case does not count; punctuation only where lines differ in nothing else (TT and T.T).
 * It never guesses.
 */
public final class LineNames {
    private static final String FIXED = "key\tnames\ttissue";
    private static final int FIXED_CELLS = FIXED.split("\t").length;
    private static final Pattern CCLE_NAME = Pattern.compile("([A-Za-z0-9.-]+)_[A-Z_]+");

    private static final Pattern TAIL = Pattern.compile("(?<=\\w)\\s*(?:\\([^)]*\\)|/\\w+)$");
    private static final Pattern NCI_NUMBER = Pattern.compile("H\\d+");

    private final List<String> levels;
    private final SortedMap<String, KnownLine> byKey = new TreeMap<>();
    private final Map<String, SortedSet<String>> byWritten = new HashMap<>();
    private final Map<String, SortedSet<String>> byPlain = new HashMap<>();

    /** @param levels names of the levels of each line's profile, in order */
    public LineNames(List<String> levels, Collection<KnownLine> lines) {
        this.levels = List.copyOf(levels);
        for (KnownLine line : lines) {
            if (line.traits().profile().length != levels.size() || byKey.put(line.key(), line) != null) {
                throw new IllegalArgumentException("the line " + line.key()
                        + " stands twice in the directory of lines, or its profile has not " + levels.size()
                        + " levels");
            }
            line.names().forEach(name -> {
                put(byWritten, name.toUpperCase(Locale.ROOT), line);
                if (!name.contains("_")) {
                    put(byPlain, plain(name), line);
                }
            });
            put(byWritten, line.key(), line);
        }
    }

    private static void put(Map<String, SortedSet<String>> index, String word, KnownLine line) {
        index.computeIfAbsent(word, w -> new TreeSet<>()).add(line.key());
    }

    static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Names of the levels of a profile in order. */
    public List<String> levels() {
        return levels;
    }

    public int size() {
        return byKey.size();
    }

    /** What {@code written} means; a tail that only says where the line came from does not count. */
    public LineMatch find(String written) {
        String word = written.strip();
        return one(byWritten.get(word.toUpperCase(Locale.ROOT)))
                .or(() -> one(byPlain.get(plain(word))))
                .or(() -> byPlain.containsKey(plain(word)) ? Optional.empty() : shortened(word))
                .orElseGet(() -> new LineMatch.Unknown(suggestions(word)));
    }

    /** HL-60(TB), A549/ATCC and A375_SKIN without what follows the name; H460 as NCI-H460. */
    private Optional<LineMatch> shortened(String word) {
        Matcher ccle = CCLE_NAME.matcher(word);
        String name = ccle.matches() ? ccle.group(1) : TAIL.matcher(word).replaceFirst("");
        String plain = plain(name);
        return one(byPlain.get(plain))
                .or(() -> NCI_NUMBER.matcher(plain).matches() ? one(byPlain.get("NCI" + plain)) : Optional.empty());
    }

    private Optional<LineMatch> one(@Nullable SortedSet<String> keys) {
        return keys != null && keys.size() == 1
                ? Optional.of(new LineMatch.Known(byKey.get(keys.first())))
                : Optional.empty();
    }

    private List<String> suggestions(String word) {
        String plain = plain(word);
        SortedSet<String> several = byPlain.get(plain);
        if (several != null) {
            return several.stream()
                    .map(byKey::get)
                    .map(line -> line.names().stream()
                            .filter(name -> name.contains("_"))
                            .findFirst()
                            .orElse(line.key()))
                    .toList();
        }
        return CloseNames.of(plain, byPlain.keySet());
    }

    /** One line a cell line, sorted by key; an empty cell is unknown. */
    public String toTsv() {
        StringBuilder tsv = new StringBuilder(FIXED);
        levels.forEach(level -> tsv.append('\t').append(level));
        tsv.append('\n');
        for (KnownLine line : byKey.values()) {
            tsv.append(line.key())
                    .append('\t')
                    .append(line.names().stream().map(DrugTable::text).collect(Collectors.joining("|")))
                    .append('\t')
                    .append(line.traits().tissue().orElse(""));
            for (double level : line.traits().profile()) {
                tsv.append('\t').append(Double.isNaN(level) ? "" : Double.toString(level));
            }
            tsv.append('\n');
        }
        return tsv.toString();
    }

    /** @throws IllegalArgumentException naming the line that is not as {@link #toTsv} writes it */
    public static LineNames fromTsv(String tsv) {
        List<String> lines = tsv.lines().toList();
        if (lines.isEmpty() || !(lines.get(0) + "\t").startsWith(FIXED + "\t")) {
            throw new IllegalArgumentException("the directory of lines does not begin with the header " + FIXED);
        }
        List<String> header = Arrays.asList(lines.get(0).split("\t"));
        List<KnownLine> known = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != header.size()) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the directory of lines has " + cells.length
                        + " cells, not " + header.size());
            }
            known.add(line(cells));
        }
        return new LineNames(header.subList(FIXED_CELLS, header.size()), known);
    }

    private static KnownLine line(String[] cells) {
        double[] profile = Arrays.stream(cells, FIXED_CELLS, cells.length)
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
        List<String> names = cells[1].isEmpty() ? List.of() : Arrays.asList(cells[1].split("\\|"));
        return new KnownLine(
                cells[0],
                names,
                new LineTraits(
                        Optional.of(cells[2]).filter(t -> !t.isEmpty()),
                        profile,
                        Optional.of(cells[0]),
                        Optional.empty()));
    }
}
