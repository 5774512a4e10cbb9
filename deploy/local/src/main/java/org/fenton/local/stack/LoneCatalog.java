package org.fenton.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;

/**
 * PostgreSQL and the catalog alone, in a scratch folder: for measurements and for faults on purpose. Each can be killed
 * without warning and started again where it was.
 */
public final class LoneCatalog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final FentonHome home;
    private final Guardian guardian = Guardian.post();
    private final Thread hook = new Thread(this::close, "fenton-lone-stop");
    private final Postgres postgres;
    private final List<String> postgresCommand;
    private final int port;
    private ProcessHandle server;
    private ServiceProcess catalog;
    private boolean closed;

    private LoneCatalog(FentonHome home) {
        this.home = home;
        this.port = StackPorts.free().catalog();
        try {
            Files.createDirectories(home.logs());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home.data(), e);
        }
        Runtime.getRuntime().addShutdownHook(hook);
        postgres = Postgres.start(home);
        guardian.guard(postgres.member());
        server = postgres.member().process().orElseThrow();
        postgresCommand = commandOf(server);
    }

    /** Starts both and waits until the catalog is ready. */
    public static LoneCatalog start(FentonHome home) {
        LoneCatalog lone = new LoneCatalog(home);
        lone.startCatalog();
        lone.awaitReady();
        return lone;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl() + "?user=" + Postgres.USER + "&password=" + Postgres.PASSWORD;
    }

    public void startCatalog() {
        catalog = ServiceProcess.startToMeasure(
                home,
                LocalStack.CATALOG,
                port,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", Postgres.USER,
                        "QUARKUS_DATASOURCE_PASSWORD", Postgres.PASSWORD));
        guardian.guard(catalog.member());
    }

    /** Seconds until the catalog said it is ready. */
    public double awaitReady() {
        long begin = System.nanoTime();
        while (!catalog.isReady()) {
            if (!catalog.isAlive()) {
                throw LauncherFailure.stack("the catalog ended; its log ends:\n" + catalog.lastLogLines());
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw LauncherFailure.stack("the catalog is not ready after " + PATIENCE.toSeconds()
                        + " s; its log ends:\n" + catalog.lastLogLines());
            }
            ReadinessWatch.pause();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** SIGKILL to the catalog. */
    public void killCatalog() {
        kill(catalog.member().process().orElseThrow());
    }

    /** SIGKILL to the server; its children notice and end by themselves. */
    public void killPostgres() {
        List<ProcessHandle> children = server.children().toList();
        kill(server);
        children.forEach(LoneCatalog::awaitEnd);
        forget(server.pid());
    }

    /**
     * A killed process that nobody has collected still has its number, and a server that finds that number in its lock
     * file does not start. Where it stays uncollected, as it can in a container, the lock file is removed: its owner is dead.
     */
    private void forget(long pid) {
        Path entry = Path.of("/proc", Long.toString(pid));
        for (int look = 0; look < 20 && Files.exists(entry); look++) {
            ReadinessWatch.pause();
        }
        if (Files.exists(entry)) {
            try {
                Files.deleteIfExists(home.postgresData().resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the lock file of a dead server", e);
            }
        }
    }

    /** The server again, on the same data and port, as a supervisor would start it. */
    public void startPostgres() {
        startPostgres(List.of());
    }

    /** The same, inside of another command: one that gives it a file system of its own, say. */
    public void startPostgres(List<String> inside) {
        try {
            List<String> command = new ArrayList<>(inside);
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(postgresCommand);
            server = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.logs().resolve("postgres.log").toFile()))
                    .start()
                    .toHandle();
            guardian.guard(Member.of(Postgres.NAME, server, 0, home.logs()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL again", e);
        }
    }

    /**
     * The server's process that has a transaction open which has written.
     *
     * @param statement the beginning of what it does, or did last
     */
    public record Writer(long pid, String statement) {}

    /** Who is writing facts at this moment, if anybody: only then is there something half done. */
    public Optional<Writer> writer() {
        String select = "select pid, left(regexp_replace(query, '\\s+', ' ', 'g'), 60) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null"
                // The search index follows in transactions of its own, which hold no fact.
                + " and query not like '%catalog.index~_%' escape '~' and query not like '%fenton.catalog.search%'"
                + " order by xact_start limit 1";
        try (Connection connection = DriverManager.getConnection(jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            return row.next() ? Optional.of(new Writer(row.getLong(1), row.getString(2))) : Optional.empty();
        } catch (SQLException down) {
            throw LauncherFailure.stack("PostgreSQL does not say what it does: " + down.getMessage());
        }
    }

    /** SIGKILL to that process; the server then ends all others and recovers by itself. */
    public void killBackend(Writer writer) {
        ProcessHandle.of(writer.pid).ifPresent(LoneCatalog::kill);
    }

    /** The most memory that the catalog's process has ever held. */
    public OptionalLong peakBytes() {
        try {
            return Files.readAllLines(
                            Path.of("/proc", Long.toString(catalog.member().pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException noProc) {
            return OptionalLong.empty();
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        awaitEnd(process);
    }

    private static void awaitEnd(ProcessHandle process) {
        long begin = System.nanoTime();
        while (process.isAlive() && !titleOf(process).isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            ReadinessWatch.pause();
        }
    }

    /** What the process calls itself; empty for one that has ended. */
    private static String titleOf(ProcessHandle process) {
        return String.join(" ", commandOf(process));
    }

    private static List<String> commandOf(ProcessHandle process) {
        try {
            String raw = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return Arrays.stream(raw.split("\0"))
                    .filter(part -> !part.isEmpty())
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (catalog != null) {
            catalog.member().stop(Member.GRACE);
        }
        Member.of(Postgres.NAME, server, 0, home.logs()).stop(Member.GRACE);
        try {
            postgres.release();
        } catch (LauncherFailure ended) {
            // the server was stopped just above; only the library does not know
        }
        guardian.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // then this is the hook
        }
    }
}
