package org.fenton.catalog.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fenton.http.CloseNames;

/**
 * A folder of seed tables; every fault found while reading goes into its report.
 *
 * @param open the bytes of a file of the folder, null when there is none
 * @param given rows that stand in for one file, while every other file is empty; null in a real folder
 * @param packs folders whose tables are read after this folder's, as more rows of the same tables
 */
public record SeedFolder(Function<String, InputStream> open, SeedReport report, GivenTable given, List<Path> packs) {
    public SeedFolder(Function<String, InputStream> open, SeedReport report) {
        this(open, report, null, List.of());
    }

    /** A folder that holds nothing but these rows. */
    public static SeedFolder of(GivenTable given, SeedReport report) {
        return new SeedFolder(file -> null, report, given, List.of());
    }

    public static SeedFolder onClassPath(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new SeedFolder(file -> loader.getResourceAsStream(path + "/" + file), new SeedReport());
    }

    /** Reads {@code file}, whose header must name exactly {@code columns}, the first being the unique key. */
    public List<SeedRow> read(String file, List<String> columns) {
        if (given != null) {
            return given.file().equals(file) ? IdForm.checked(file, given.rows(columns, report)) : List.of();
        }
        InputStream stream = open.apply(file);
        if (stream == null) {
            report.add(new SeedFault(file, 0, "", "is missing", ""));
            return List.of();
        }
        List<SeedRow> rows = new ArrayList<>(read(stream, new SeedTable(file, columns, report)));
        for (Path pack : packs) {
            Path more = pack.resolve(file);
            if (Files.exists(more)) {
                rows.addAll(read(opened(more), new SeedTable(more.toString(), columns, report)));
            }
        }
        return IdForm.checked(file, rows);
    }

    public SeedFolder with(List<Path> more) {
        SeedFolder all = this;
        for (Path pack : more) {
            all = all.with(pack);
        }
        return all;
    }

    /** The same folder with a class pack (docs/class-packs.md); a table that no seed has is a fault. */
    public SeedFolder with(Path pack) {
        try (Stream<Path> files = Files.list(pack)) {
            files.filter(file -> file.toString().endsWith(".tsv")
                            && open.apply(file.getFileName().toString()) == null)
                    .sorted()
                    .forEach(file -> report.add(new SeedFault(file.toString(), 0, "", "is no table of the seeds", "")));
        } catch (IOException missing) {
            report.add(new SeedFault(pack.toString(), 0, "", "is no readable folder", ""));
        }
        List<Path> all = new ArrayList<>(packs);
        all.add(pack);
        return new SeedFolder(open, report, given, List.copyOf(all));
    }

    private static InputStream opened(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<SeedRow> read(InputStream stream, SeedTable table) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, decoder))) {
            return table.rows(lines.lines().toList());
        } catch (IOException | UncheckedIOException unreadable) {
            report.add(new SeedFault(table.file(), 0, "", "is not readable UTF-8: " + unreadable.getMessage(), ""));
            return List.of();
        }
    }

    static String suggestion(String given, Collection<String> known) {
        return String.join(" or ", CloseNames.of(given, known));
    }
}
