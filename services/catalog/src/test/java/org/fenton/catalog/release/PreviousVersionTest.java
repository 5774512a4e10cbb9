package org.fenton.catalog.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Expand, then contract: what the version before says to the database still runs after the newest migration. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PreviousVersionTest {
    @Inject
    DataSource database;

    @Inject
    Flyway flyway;

    @Test
    void everyStatementOfThePreviousVersionRuns() throws IOException, SQLException {
        List<String> statements = statements();
        assertTrue(statements.size() > 60, "statements: " + statements.size());
        List<String> broken = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                var before = connection.setSavepoint();
                try {
                    statement.execute(sql);
                    boolean writesNothing = sql.startsWith("insert") && statement.getUpdateCount() != 1;
                    if (writesNothing) {
                        broken.add(sql + "\n    wrote no row");
                    }
                } catch (SQLException failure) {
                    broken.add(sql + "\n    " + failure.getMessage());
                    connection.rollback(before);
                }
            }
            connection.rollback();
        }
        assertEquals(List.of(), broken);
    }

    private static List<String> statements() throws IOException {
        try (InputStream file = PreviousVersionTest.class.getResourceAsStream("/previous-version.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return text.lines()
                    .map(String::strip)
                    .filter(line -> line.endsWith(";"))
                    .map(line -> line.substring(0, line.length() - 1))
                    .toList();
        }
    }

    @Test
    void theSchemaIsTheOneTheMigrationsMake() {
        flyway.validate();
        assertEquals(0, flyway.info().pending().length);
    }
}
