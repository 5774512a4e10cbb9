package org.fenton.local.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.LoneCatalog;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the catalog on a scratch database: import, search, publication, a whole release.",
            "The rows are made up and say so. The last line is one JSON object."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_TO_INDEX = 600;
    private static final double MEGABYTE = 1024 * 1024;
    private static final OperatingSystemMXBean LOAD = ManagementFactory.getOperatingSystemMXBean();

    private final FentonHome home;
    private final ObjectNode figures = JSON.createObjectNode();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Claims to import. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Of search. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "Searches a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    public BenchCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (rows < 10 || seconds < 1 || rate < 1) {
            throw LauncherFailure.input("--rows is at least 10, --seconds and --rate at least 1");
        }
        try (Scratch scratch = new Scratch(home);
                LoneCatalog lone = LoneCatalog.start(scratch.home())) {
            CatalogClient catalog = new CatalogClient(lone.address());
            Path small = SyntheticClaims.write(scratch.home().data().resolve("small.tsv"), rows / 10, "bench");
            Path large = SyntheticClaims.write(scratch.home().data().resolve("large.tsv"), rows, "bench");
            measureShipped(catalog);
            measureImport(lone, catalog, List.of(small, large));
            measurePublication(catalog);
            measureSearch(catalog, "search while it is indexed");
            measureIndexing(catalog);
            measureSearch(catalog, "search");
            say("most memory of the catalog at the end", lone.peakBytes().orElse(0) / MEGABYTE, "MB", "");
            figures.put("rows", rows);
            spec.commandLine().getOut().println(figures);
            return 0;
        }
    }

    private interface Timed {
        void run() throws IOException;
    }

    private static double timed(Timed timed) throws IOException {
        long begin = System.nanoTime();
        timed.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void say(String what, double figure, String unit, String aim) {
        PrintWriter out = spec.commandLine().getOut();
        // What else runs on the machine shows in every figure.
        out.printf("%-58s %10.2f %-7s %-14s load %.1f%n", what, figure, unit, aim, LOAD.getSystemLoadAverage());
        out.flush();
        figures.put(what, Math.round(figure * 100) / 100.0);
    }

    private void measureShipped(CatalogClient catalog) throws IOException {
        read(catalog);
        say("read of the whole shipped release", timed(() -> read(catalog)), "s", "aim <= 1");
    }

    private static void read(CatalogClient catalog) throws IOException {
        try (InputStream lines = catalog.open("/v1/releases/current/lines", "application/x-ndjson")) {
            lines.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void measureImport(LoneCatalog lone, CatalogClient catalog, List<Path> files)
            throws IOException, SQLException {
        double smallSeconds = timed(() -> send(catalog, files.get(0)));
        say("import of " + rows / 10 + " claims, cold", rows / 10 / smallSeconds, "rows/s", "");
        double smallPeak = lone.peakBytes().orElse(0) / MEGABYTE;
        say("most memory of the catalog after it", smallPeak, "MB", "");
        double seconds = timed(() -> send(catalog, files.get(1)));
        say("import of " + rows + " claims", rows / seconds, "rows/s", "aim >= 20000");
        double peak = lone.peakBytes().orElse(0) / MEGABYTE;
        say("most memory of the catalog after it", peak, "MB", "aim: flat");
        say("the same file again", timed(() -> send(catalog, files.get(1))), "s", "changes nothing");
        double copy = copySeconds(lone, files.get(1));
        say("limit: COPY of the file into a bare table", rows / copy, "rows/s", "peer");
        say("import over that limit", copy / seconds, "of it", "");
    }

    private static JsonNode send(CatalogClient catalog, Path file) throws IOException {
        return catalog.post("/v1/imports?type=claim", "text/tab-separated-values", BodyPublishers.ofFile(file));
    }

    /** What PostgreSQL itself needs for the bytes, without a check, an index or a service. */
    private static double copySeconds(LoneCatalog lone, Path file) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(lone.jdbcUrl());
                Statement statement = connection.createStatement();
                InputStream rows = Files.newInputStream(file)) {
            statement.execute(
                    "create table public.bare (a text, b text, c text, d text, e text, f text, g text, h text,"
                            + " i text, j text, k text, l text)");
            long begin = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy public.bare from stdin", rows);
            double seconds = (System.nanoTime() - begin) / 1e9;
            statement.execute("drop table public.bare");
            return seconds;
        }
    }

    private void measurePublication(CatalogClient catalog) throws IOException {
        say("publication of them", timed(() -> catalog.post("/v1/releases", JSON.createObjectNode())), "s", "aim <= 5");
        long[] bytes = {0};
        double seconds = timed(() -> {
            try (InputStream lines = catalog.open("/v1/releases/current/lines", "application/x-ndjson")) {
                bytes[0] = lines.transferTo(OutputStream.nullOutputStream());
            }
        });
        say("read of the whole release, " + Math.round(bytes[0] / MEGABYTE) + " MB", seconds, "s", "aim <= 1");
    }

    /** Until a search answers from the release that was just published; those before it answer from the one before. */
    private void measureIndexing(CatalogClient catalog) throws IOException {
        String published = catalog.get("/v1/releases/current").path("id").asText();
        double seconds = timed(() -> {
            long begin = System.nanoTime();
            while (!catalog.get("/v1/search?q=ruxolitinib&limit=1")
                    .at("/snapshot/release")
                    .asText()
                    .equals(published)) {
                if (System.nanoTime() - begin > SECONDS_TO_INDEX * 1_000_000_000L) {
                    throw LauncherFailure.stack("no search answers from the new release");
                }
                LockSupport.parkNanos(100_000_000L);
            }
        });
        say("until a search answers from it", seconds, "s", "");
    }

    private void measureSearch(CatalogClient catalog, String what) {
        SearchLoad.Times times = new SearchLoad(catalog, rate, seconds).run();
        say(what + ", " + rate + " a second, median", times.median(), "ms", "");
        say(what + ", 99th percentile", times.p99(), "ms", "aim <= 20");
        say(what + ", how many failed of " + times.count(), times.failed(), "", "aim 0");
    }
}
