package org.fenton.local.stack;

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
    private final int port;
    private final PostgresServer server;
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
        server = new PostgresServer(home, postgres.member());
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
        Crash.kill(catalog.member().process().orElseThrow());
    }

    /** SIGKILL to the server; its children notice and end by themselves. */
    public void killPostgres() {
        server.kill();
    }

    /** The server again, on the same data and port, as a supervisor would start it. */
    public void startPostgres() {
        startPostgres(List.of());
    }

    /** The same, inside of another command: one that gives it a file system of its own, say. */
    public void startPostgres(List<String> inside) {
        guardian.guard(server.startAgain(inside));
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
        ProcessHandle.of(writer.pid).ifPresent(Crash::kill);
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

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (catalog != null) {
            catalog.member().stop(Member.GRACE);
        }
        server.member().stop(Member.GRACE);
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
