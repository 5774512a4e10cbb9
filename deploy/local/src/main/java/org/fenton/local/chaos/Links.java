package org.fenton.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.fenton.local.chaos.FaultyLink.Mood;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.StackPorts;

/** The three connections that a ranking needs, each through a link of our own. */
final class Links implements AutoCloseable {
    private static final long DELAY_MILLIS = 40;
    private static final int PORT_LINE = 3;

    final FaultyLink model;
    final FaultyLink catalog;
    final FaultyLink database;
    private final FentonHome home;

    Links(FentonHome home, StackPorts ports) {
        this.home = home;
        model = new FaultyLink(ports::model, DELAY_MILLIS);
        catalog = new FaultyLink(ports::catalog, DELAY_MILLIS);
        database = new FaultyLink(this::databasePort, DELAY_MILLIS);
    }

    /** PostgreSQL takes any free port and writes it down. */
    int databasePort() {
        try {
            return Integer.parseInt(Files.readAllLines(home.postgresData().resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "FENTON_CATALOG_URL", "http://127.0.0.1:" + catalog.port(),
                "FENTON_MODEL_URL", "http://127.0.0.1:" + model.port(),
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/fenton");
    }

    List<Fault> faults() {
        return List.of(
                mood("model delayed", model, Mood.DELAYED),
                mood("model lossy", model, Mood.LOSSY),
                mood("model half-open", model, Mood.HALF_OPEN),
                mood("catalog half-open", catalog, Mood.HALF_OPEN),
                mood("database delayed", database, Mood.DELAYED),
                mood("database lossy", database, Mood.LOSSY),
                mood("database half-open", database, Mood.HALF_OPEN));
    }

    private static Fault mood(String name, FaultyLink link, Mood bad) {
        return Fault.of(name, () -> link.mood(bad), () -> link.mood(Mood.GOOD));
    }

    @Override
    public void close() throws IOException {
        model.close();
        catalog.close();
        database.close();
    }
}
