package org.fenton.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedReport;

/** The shipped seeds, and the shipped seeds with one file changed. */
public final class Seeds {
    private Seeds() {}

    public static SeedFolder shipped() {
        return SeedFolder.onClassPath("seed");
    }

    /** The shipped seeds, {@code file} changed; lines include the header. */
    public static SeedFolder changed(String file, UnaryOperator<List<String>> change) {
        SeedFolder shipped = shipped();
        return new SeedFolder(
                name -> {
                    if (!name.equals(file)) {
                        return shipped.open().apply(name);
                    }
                    String text = String.join("\n", change.apply(new ArrayList<>(lines(file))));
                    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                },
                new SeedReport());
    }

    /** The shipped seeds with one cell of one line of {@code file} changed; line 1 is the header. */
    public static SeedFolder withCell(String file, int line, String column, String value) {
        return changed(file, lines -> {
            String[] cells = lines.get(line - 1).split("\t", -1);
            cells[List.of(lines.get(0).split("\t", -1)).indexOf(column)] = value;
            lines.set(line - 1, String.join("\t", cells));
            return lines;
        });
    }

    /** Data rows of a shipped file. */
    public static int rows(String file) {
        return lines(file).size() - 1;
    }

    /** Data rows of a shipped file whose {@code column} holds {@code value}. */
    public static long rows(String file, String column, String value) {
        int index = List.of(lines(file).get(0).split("\t", -1)).indexOf(column);
        return lines(file).stream()
                .filter(line -> line.split("\t", -1)[index].equals(value))
                .count();
    }

    public static List<String> lines(String file) {
        try (InputStream stream = shipped().open().apply(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
