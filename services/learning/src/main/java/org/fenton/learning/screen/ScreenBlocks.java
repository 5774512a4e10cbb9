package org.fenton.learning.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.synergy.Well;

/**
 * Sorts the rows of a screen into pairs: a pair has no order, so rows of (a, b) and of (b, a) are one block.
 *
 * <p>A row that leaves one drug unnamed is the other drug alone and serves each block of that drug and line which has no
 * well of it alone itself. Replicates are told apart by the way round in which the pair is written, so two plates with the
 * drugs exchanged may number their wells alike.
 */
final class ScreenBlocks {
    private record Key(String drugA, String drugB, String cellLine) {}

    private record Alone(String drug, String cellLine) {}

    private final ScreenFile screen;
    private final Map<String, ScreenRow> seen = new HashMap<>();
    private final Map<String, Spelling> spellings = new HashMap<>();
    private int repeated;

    private record Spelling(String text, int line) {}

    ScreenBlocks(ScreenFile screen) {
        this.screen = screen;
    }

    /** Rows that said again, with the same value, what an earlier row says. */
    int repeated() {
        return repeated;
    }

    /** In order of names. */
    List<ScreenBlock> sorted() {
        Map<String, List<ScreenRow>> pairs = new TreeMap<>();
        Map<String, Key> keys = new HashMap<>();
        Map<Alone, List<ScreenRow>> alone = new HashMap<>();
        for (ScreenRow row : screen.rows()) {
            checkSpelling(row);
            if (repeats(row)) {
                repeated++;
            } else if (row.drugA().isEmpty() || row.drugB().isEmpty()) {
                String drug = row.drugA().isEmpty() ? row.drugB() : row.drugA();
                alone.computeIfAbsent(new Alone(drug, row.cellLine()), key -> new ArrayList<>())
                        .add(row);
            } else {
                boolean turned = row.drugA().compareTo(row.drugB()) > 0;
                Key key = turned
                        ? new Key(row.drugB(), row.drugA(), row.cellLine())
                        : new Key(row.drugA(), row.drugB(), row.cellLine());
                String order = String.join("\u0000", key.drugA(), key.drugB(), key.cellLine());
                keys.put(order, key);
                pairs.computeIfAbsent(order, name -> new ArrayList<>()).add(turned ? turned(row) : row);
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(
                    screen.file() + ": no row names two drugs; a screen needs each drug alone and both together");
        }
        List<ScreenBlock> blocks = new ArrayList<>();
        pairs.forEach((order, rows) -> blocks.add(block(keys.get(order), rows, alone)));
        return blocks;
    }

    private ScreenBlock block(Key key, List<ScreenRow> rows, Map<Alone, List<ScreenRow>> alone) {
        List<Well> wells = new ArrayList<>();
        rows.forEach(row -> wells.add(new Well(row.doseA(), row.doseB(), row.response())));
        boolean hasA = wells.stream().anyMatch(well -> well.doseA() > 0 && well.doseB() == 0);
        boolean hasB = wells.stream().anyMatch(well -> well.doseB() > 0 && well.doseA() == 0);
        if (!hasA) {
            shared(alone, key.drugA(), key).forEach(row -> wells.add(new Well(amount(row), 0, row.response())));
        }
        if (!hasB) {
            shared(alone, key.drugB(), key).forEach(row -> wells.add(new Well(0, amount(row), row.response())));
        }
        return new ScreenBlock(
                key.drugA(), key.drugB(), key.cellLine(), rows.get(0).line(), wells);
    }

    private static List<ScreenRow> shared(Map<Alone, List<ScreenRow>> alone, String drug, Key key) {
        return alone.getOrDefault(new Alone(drug, key.cellLine()), List.of());
    }

    private static double amount(ScreenRow row) {
        return row.drugA().isEmpty() ? row.doseB() : row.doseA();
    }

    private static ScreenRow turned(ScreenRow row) {
        return new ScreenRow(
                row.line(),
                row.drugB(),
                row.doseB(),
                row.drugA(),
                row.doseA(),
                row.cellLine(),
                row.replicate(),
                row.response());
    }

    private boolean repeats(ScreenRow row) {
        String well = String.join(
                "\u0000",
                row.drugA(),
                Double.toString(row.doseA()),
                row.drugB(),
                Double.toString(row.doseB()),
                row.cellLine(),
                row.replicate());
        ScreenRow before = seen.putIfAbsent(well, row);
        if (before != null && before.response() != row.response()) {
            throw new IllegalArgumentException(screen.file() + " line " + row.line() + ": replicate " + row.replicate()
                    + " of the same doses has the response " + row.response() + " here and " + before.response()
                    + " in line " + before.line() + "; give each well its own replicate number");
        }
        return before != null;
    }

    /** One drug under two spellings would be two drugs, each without half of its wells. */
    private void checkSpelling(ScreenRow row) {
        Set<String> names = new HashSet<>(Set.of(row.cellLine()));
        names.add(row.drugA());
        names.add(row.drugB());
        for (String name : names) {
            Spelling before = spellings.putIfAbsent(name.toLowerCase(Locale.ROOT), new Spelling(name, row.line()));
            if (before != null && !before.text().equals(name)) {
                throw new IllegalArgumentException(screen.file() + " line " + row.line() + ": '" + name
                        + "' here and '" + before.text() + "' in line " + before.line()
                        + " differ in case only; write one");
            }
        }
    }
}
