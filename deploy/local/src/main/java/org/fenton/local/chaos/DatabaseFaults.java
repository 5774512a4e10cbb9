package org.fenton.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fenton.local.catalog.FullDisk;
import org.fenton.local.stack.LocalStack;

/** What a database does to its callers: no connection left, a lock that is held, a disk without room, a restart. */
final class DatabaseFaults {
    private static final int MOST_CONNECTIONS = 60;
    private static final int SMALL_MEGABYTES = 3;

    private final LocalStack stack;
    private final Links links;
    private final Path data;
    private final List<Connection> held = new ArrayList<>();

    DatabaseFaults(LocalStack stack, Links links, Path data) {
        this.stack = stack;
        this.links = links;
        this.data = data;
    }

    List<Fault> faults() {
        return List.of(
                Fault.of(
                        "database restart",
                        () -> stack.shutDownPostgres(),
                        () -> stack.startAgain(LocalStack.POSTGRES)),
                Fault.of("connections taken", this::takeConnections, this::giveBack),
                Fault.of("chain locked", this::lockChain, this::giveBack),
                Fault.of("full disk", this::fillDisk, this::giveRoom)
                        .lacking(() -> FullDisk.isPermitted() ? "" : "nobody may mount a file system here"));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + links.databasePort() + "/fenton", "postgres", "local");
    }

    /** As many as the server gives, and the services' own are ended so that they must ask for new ones. */
    private void takeConnections() throws SQLException {
        held.add(connect());
        try {
            while (held.size() < MOST_CONNECTIONS) {
                held.add(connect());
            }
        } catch (SQLException full) {
            // that is what was wanted
        }
        execute(
                held.get(0),
                "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid"
                        + " <> pg_backend_pid() and application_name = 'PostgreSQL JDBC Driver' and client_port is not"
                        + " null and not pid = any (array[" + ownPids() + "])");
        try {
            while (held.size() < MOST_CONNECTIONS) {
                held.add(connect());
            }
        } catch (SQLException full) {
            // again
        }
    }

    private String ownPids() throws SQLException {
        List<String> pids = new ArrayList<>();
        for (Connection connection : held) {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                pids.add(row.getString(1));
            }
        }
        return String.join(",", pids);
    }

    /** Every record waits for this row: the pool of the gateway empties. */
    private void lockChain() throws SQLException {
        Connection connection = connect();
        held.add(connection);
        connection.setAutoCommit(false);
        execute(connection, "select * from gateway.decision_head for update");
    }

    private void giveBack() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
        held.clear();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The records' payloads on a file system with room for a few dozen more, which only the server sees. */
    private void fillDisk() throws IOException, SQLException, InterruptedException {
        Path small = Files.createDirectories(data.resolve("small"));
        int megabytes = payloadMegabytes() + SMALL_MEGABYTES;
        stack.shutDownPostgres();
        stack.startPostgresInside(FullDisk.inside(small, megabytes, List.of()));
        try (Connection connection = awaited()) {
            execute(connection, "create tablespace small location '" + small + "'");
            execute(connection, "alter table gateway.decision_payload set tablespace small");
        }
    }

    private int payloadMegabytes() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_total_relation_size('gateway.decision_payload') >> 20")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection awaited() throws SQLException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return connect();
            } catch (SQLException | RuntimeException starting) {
                if (tries > 100) {
                    throw starting;
                }
                Thread.sleep(200);
            }
        }
    }

    private void giveRoom() throws SQLException, InterruptedException {
        try (Connection connection = awaited()) {
            execute(connection, "alter table gateway.decision_payload set tablespace pg_default");
            execute(connection, "drop tablespace small");
        }
    }
}
