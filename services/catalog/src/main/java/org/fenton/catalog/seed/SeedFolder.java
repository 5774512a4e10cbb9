package org.fenton.catalog.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.fenton.http.CloseNames;

/**
 * A folder of seed tables; every fault found while reading goes into its report.
 *
 * @param open the bytes of a file of the folder, null when there is none
 * @param given rows that stand in for one file, while every other file is empty; null in a real folder
 */
public record SeedFolder(Function<String, InputStream> open, SeedReport report, GivenTable given) {
    public SeedFolder(Function<String, InputStream> open, SeedReport report) {
        this(open, report, null);
    }

    /** A folder that holds nothing but these rows. */
    public static SeedFolder of(GivenTable given, SeedReport report) {
        return new SeedFolder(file -> null, report, given);
    }

    public static SeedFolder onClassPath(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new SeedFolder(file -> loader.getResourceAsStream(path + "/" + file), new SeedReport());
    }

    /** Reads {@code file}, whose header must name exactly {@code columns}, the first being the unique key. */
    public List<SeedRow> read(String file, List<String> columns) {
        if (given != null) {
            return given.file().equals(file) ? given.rows(columns, report) : List.of();
        }
        InputStream stream = open.apply(file);
        if (stream == null) {
            report.add(new SeedFault(file, 0, "", "is missing", ""));
            return List.of();
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, decoder))) {
            return new SeedTable(file, columns, report).rows(lines.lines().toList());
        } catch (IOException | UncheckedIOException unreadable) {
            report.add(new SeedFault(file, 0, "", "is not readable UTF-8: " + unreadable.getMessage(), ""));
            return List.of();
        }
    }

    static String suggestion(String given, Collection<String> known) {
        return String.join(" or ", CloseNames.of(given, known));
    }
}
