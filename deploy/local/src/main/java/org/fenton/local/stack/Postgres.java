package org.fenton.local.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;

/** A real PostgreSQL from the embedded binaries, with its data kept between runs. */
final class Postgres {
    static final String NAME = "postgres";
    static final String USER = "postgres";
    /** Only this machine can connect, and the server trusts it; a deployed database asks for a real one. */
    static final String PASSWORD = "local";

    private static final String DATABASE = "fenton";
    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Member member;

    private Postgres(EmbeddedPostgres server, Member member) {
        this.server = server;
        this.member = member;
    }

    static Postgres start(FentonHome home) {
        Path log = home.logs().resolve("postgres.log");
        stopLeftOver(home);
        try {
            EmbeddedPostgres server = launch(home, log);
            createDatabase(server);
            return new Postgres(server, Member.of(NAME, postmaster(home).orElseThrow(), server.getPort(), log));
        } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError e) {
            stopLeftOver(home);
            throw LauncherFailure.stack("PostgreSQL does not start on %s: %s%s; see %s, or start afresh with --reset"
                    .formatted(home.postgresData(), e.getMessage(), rootHint(), log));
        }
    }

    private static EmbeddedPostgres launch(FentonHome home, Path log) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.postgresData())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // the library's defaults suit throw-away data; decision records are not
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "64MB")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** A server that an interrupted start left behind on this data folder. */
    static void stopLeftOver(FentonHome home) {
        postmaster(home)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .ifPresent(process -> Member.of(NAME, process, 0, home.logs()).stop(Duration.ofSeconds(10)));
    }

    /** As root the server runs in a user namespace, which some containers forbid. */
    private static String rootHint() {
        return "root".equals(System.getProperty("user.name"))
                ? " (as root it needs `unshare -U`; where that is forbidden run as another user)"
                : "";
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.executeUpdate("create database " + DATABASE);
        }
    }

    private static Optional<ProcessHandle> postmaster(FentonHome home) {
        Path file = home.postgresData().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file).get(0).trim()));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    Member member() {
        return member;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
    }

    /** Gives the library's lock on the data folder back; the server is stopped if it still runs. */
    void release() {
        try {
            server.close();
        } catch (IOException e) {
            throw LauncherFailure.stack("PostgreSQL (process " + member.pid() + ") does not stop: " + e.getMessage());
        }
    }
}
