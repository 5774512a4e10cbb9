package org.fenton.catalog.seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One row of a seed table. Readers never throw: a cell that is wrong goes into the report and reads as absent, so that
 * one run finds every fault.
 */
public final class SeedRow {
    private static final Pattern STUDY =
            Pattern.compile("PMID:[0-9]+|DOI:10\\.[^ ]+|PMC:PMC[0-9]+|FERREG:[^ ]+|TEXT:.+");

    private final String file;
    private final int line;
    private final Map<String, String> cells;
    private final SeedReport report;

    SeedRow(String file, int line, Map<String, String> cells, SeedReport report) {
        this.file = file;
        this.line = line;
        this.cells = cells;
        this.report = report;
    }

    /** The line of the file this row stands in; the header is line 1. */
    public int line() {
        return line;
    }

    public void refuse(String column, String reason, String suggestion) {
        report.add(new SeedFault(file, line, column, reason, suggestion));
    }

    /** The cell, or null where it is empty. */
    public String text(String column) {
        String cell = cells.get(column);
        return cell.isEmpty() ? null : cell;
    }

    public String required(String column) {
        if (text(column) == null) {
            refuse(column, "must not be empty", "");
        }
        return cells.get(column);
    }

    /** A key of this table: present, and not met before. */
    public String newKey(String column, Keys keys) {
        String key = required(column);
        if (!key.isEmpty() && !keys.add(key)) {
            refuse(column, "'" + key + "' is already used by an earlier row", "");
        }
        return key;
    }

    /** The parts of a cell, in their order; a semicolon without a space belongs to its part ("2020;19:231"). */
    public List<String> list(String column) {
        String cell = cells.get(column);
        if (cell.isEmpty()) {
            return List.of();
        }
        if (!cell.contains("; ")) {
            return List.of(cell);
        }
        return Arrays.stream(cell.split("; "))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The parts of a cell whose order carries no meaning: sorted, each once. */
    public List<String> set(String column) {
        List<String> parts = list(column);
        return parts.size() < 2 ? parts : parts.stream().distinct().sorted().toList();
    }

    public List<String> requiredSet(String column) {
        required(column);
        return set(column);
    }

    /** Keys of another table, sorted. */
    public List<String> keys(String column, Keys known) {
        return set(column).stream().filter(key -> known(column, key, known)).toList();
    }

    public List<String> requiredKeys(String column, Keys known) {
        required(column);
        return keys(column, known);
    }

    /** One key of another table, or null where the cell is empty. */
    public String key(String column, Keys known) {
        String key = text(column);
        return key == null || known(column, key, known) ? key : null;
    }

    private boolean known(String column, String key, Keys known) {
        if (known.contains(key)) {
            return true;
        }
        refuse(column, "no " + known.kind() + " '" + key + "'", SeedFolder.suggestion(key, known.all()));
        return false;
    }

    public List<String> studies(String column) {
        List<String> studies = set(column);
        for (String study : studies) {
            if (!STUDY.matcher(study).matches()) {
                refuse(column, "'" + study + "' is none of PMID:n, DOI:10.x, PMC:PMCn, FERREG:x, TEXT:x", "");
            }
        }
        return studies;
    }

    public <E extends Enum<E>> E oneOf(String column, Class<E> kind) {
        required(column);
        return optionalOneOf(column, kind);
    }

    public <E extends Enum<E>> E optionalOneOf(String column, Class<E> kind) {
        String cell = text(column);
        return cell == null ? null : constant(column, cell, kind);
    }

    private <E extends Enum<E>> E constant(String column, String given, Class<E> kind) {
        List<String> names = new ArrayList<>();
        for (E constant : kind.getEnumConstants()) {
            if (constant.toString().equals(given)) {
                return constant;
            }
            names.add(constant.toString());
        }
        String reason = "'" + given + "' is not one of " + String.join(" ", names);
        refuse(column, reason, SeedFolder.suggestion(given, names));
        return null;
    }

    /** True for {@code true} or {@code YES}, false for {@code false} or {@code NO}; anything else is a fault. */
    public boolean truth(String column) {
        String cell = required(column).toLowerCase(Locale.ROOT);
        if (!cell.isEmpty() && !List.of("true", "false", "yes", "no").contains(cell)) {
            refuse(column, "'" + cells.get(column) + "' is neither true/YES nor false/NO", "");
        }
        return cell.equals("true") || cell.equals("yes");
    }

    /** A positive finite number, or null where the cell is empty. */
    public Double positive(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(cell);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with every other way of not being a positive number
        }
        refuse(column, "'" + cell + "' is not a positive number", "");
        return null;
    }

    /** {@code KEY:WORD} parts in their order, for example {@code STAT3:SUPPRESSES; STAT1:PROMOTES}. */
    public <E extends Enum<E>, T> List<T> pairs(String column, Pairs<E, T> shape) {
        List<T> pairs = new ArrayList<>();
        for (String part : list(column)) {
            int colon = part.lastIndexOf(':');
            if (colon < 1) {
                refuse(column, "'" + part + "' should be KEY:WORD", "");
                continue;
            }
            String key = part.substring(0, colon).strip();
            E word = constant(column, part.substring(colon + 1).strip(), shape.words());
            if (known(column, key, shape.known()) && word != null) {
                pairs.add(shape.make().apply(key, word));
            }
        }
        return pairs;
    }

    /** What the two halves of a pair are. */
    public record Pairs<E extends Enum<E>, T>(Keys known, Class<E> words, BiFunction<String, E, T> make) {}

    /** Applies a check that explains itself: null when the cell is right, else the reason. */
    public String checked(String column, Function<String, String> reason) {
        String cell = text(column);
        String wrong = cell == null ? null : reason.apply(cell);
        if (wrong != null) {
            refuse(column, wrong, "");
        }
        return cell;
    }
}
