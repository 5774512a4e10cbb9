package org.fenton.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;

/** Many callers and a chain of records that is slow to take them, as on a busy disk: 429, never 503, and nobody is forgotten. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CrowdTest {
    /** Fewer than are let in at once, many more than there are connections. */
    private static final int CALLERS = 48;

    @Inject
    DataSource database;

    private static RequestSpecification ranking(String name) {
        return given().contentType(ContentType.JSON).body("""
                {"format":"fenton-case/1","oncotree":"HCC","genotypes":[{"gene":"G%s","phenotype":"x"}],
                 "reported":{"scale":"contrast","activities":[{"network":"collectri","source":"STAT3","score":3}]}}
                """.formatted(name));
    }

    private static Response call(int number) {
        String name = "crowd-" + UUID.randomUUID();
        RequestSpecification asked = ranking(name);
        return (number % 2 == 0 ? asked : asked.header("Idempotency-Key", name)).post("/v1/rankings");
    }

    @Test
    void aCrowdGets429AndADeferredRankingWaitsForItsTurn() throws Exception {
        assertEquals(201, call(0).statusCode());
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        CompletionService<Response> answers = new ExecutorCompletionService<>(callers);
        List<Response> all = new ArrayList<>();
        String deferred;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from gateway.decision_head for update");
            for (int i = 0; i < CALLERS; i++) {
                int number = i;
                answers.submit(() -> call(number));
            }
            all.add(answers.take().get());
            Response accepted =
                    ranking("deferred").header("Prefer", "respond-async").post("/v1/rankings");
            assertEquals(202, accepted.statusCode());
            deferred = URI.create(accepted.header("Location")).getPath();
            for (int i = 0; i < CALLERS / 4; i++) {
                all.add(answers.take().get());
            }
            connection.rollback();
        }
        while (all.size() < CALLERS) {
            all.add(answers.take().get());
        }
        callers.shutdown();
        for (Response answer : all) {
            assertTrue(List.of(201, 429).contains(answer.statusCode()), answer.asString());
            if (answer.statusCode() == 429) {
                assertEquals("1", answer.header("Retry-After"));
                assertEquals("urn:problem:too-many-requests", answer.path("type"));
            }
        }
        assertEquals(429, all.get(0).statusCode());
        assertTrue(all.stream().anyMatch(answer -> answer.statusCode() == 201), "those in hand are finished");
        assertEquals(303, outcome(deferred));
    }

    private static int outcome(String deferred) throws InterruptedException {
        Response status = given().redirects().follow(false).get(deferred);
        for (int i = 0; i < 600 && status.statusCode() == 200 && "RUNNING".equals(status.path("state")); i++) {
            Thread.sleep(50);
            status = given().redirects().follow(false).get(deferred);
        }
        return status.statusCode();
    }
}
