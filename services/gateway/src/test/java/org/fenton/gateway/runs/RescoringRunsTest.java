package org.fenton.gateway.runs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;

/** Folders as {@code fenton rescore} leaves them: a link, a summary, a line a run, perhaps a report. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(value = RescoringRunsTest.Runs.class, restrictToAnnotatedClass = true)
public class RescoringRunsTest {
    public static final class Runs implements QuarkusTestResourceLifecycleManager {
        private Path folder;

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("fenton-runs");
                committed("november", true);
                committed("october", false);
                Files.createDirectories(folder.resolve("under-way/work"));
                Files.writeString(folder.resolve("secret.txt"), "no run");
                return Map.of("fenton.gateway.runs", folder.toString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void committed(String name, boolean withImpact) throws IOException {
            Path run = folder.resolve(name);
            Path result = Files.createDirectories(run.resolve("results/1"));
            Files.writeString(result.resolve("summary.json"), "{\"rankings\":2,\"outputHash\":\"sha256:x\"}\n");
            Files.createSymbolicLink(run.resolve("current"), Path.of("results/1"));
            Files.writeString(run.resolve("runs.ndjson"), "{\"done\":2,\"skipped\":0}\n{\"done\":0,\"skipped\":2}\n");
            if (withImpact) {
                Files.createDirectories(run.resolve("impact"));
                Files.writeString(run.resolve("impact/impact.json"), "{\"counts\":{\"contact\":1}}\n");
            }
        }

        @Override
        public void stop() {
            // the folder is small and of this test run alone
        }
    }

    @Test
    void everyCommittedRunIsListedWithItsSummary() {
        given().get("/v1/rescoring-runs")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].id", equalTo("november"))
                .body("items[0].rankings", equalTo(2))
                .body("items[1].outputHash", equalTo("sha256:x"));
    }

    @Test
    void oneRunSaysWhatItDidAndWhoseRankingChanged() {
        given().get("/v1/rescoring-runs/november")
                .then()
                .statusCode(200)
                .body("runs[0].skipped", equalTo(2))
                .body("runs[1].done", equalTo(2))
                .body("impact.counts.contact", equalTo(1));
        given().get("/v1/rescoring-runs/october").then().statusCode(200).body("impact", nullValue());
    }

    @Test
    void onlyARunThatIsListedIsRead() {
        given().get("/v1/rescoring-runs/novembre")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("close: november"));
        for (String other : new String[] {"under-way", "..", "%2e%2e%2fnovember", "secret.txt"}) {
            given().urlEncodingEnabled(false)
                    .get("/v1/rescoring-runs/" + other)
                    .then()
                    .statusCode(404);
        }
    }
}
