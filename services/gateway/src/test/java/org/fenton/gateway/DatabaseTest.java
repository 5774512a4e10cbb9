package org.fenton.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.fenton.http.ProblemException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DatabaseTest {
    @Inject
    EntityManager asked;

    @Inject
    DataSource database;

    /** All that the work asked was answered, and whether it is kept cannot be known. */
    @Test
    void aConnectionThatIsLostAtTheCommitIsADatabaseThatIsAway() {
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> Database.ask(() -> {
                    Object backend =
                            asked.createNativeQuery("select pg_backend_pid()").getSingleResult();
                    end(backend);
                    return backend;
                }));
        assertEquals(503, problem.problem().status());
    }

    /** By a connection outside of the transaction, which has its own to lose. */
    private void end(Object backend) {
        QuarkusTransaction.suspendingExisting().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement("select pg_terminate_backend(?, 5000)")) {
                statement.setInt(1, ((Number) backend).intValue());
                return statement.execute();
            }
        });
    }
}
