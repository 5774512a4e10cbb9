package org.fenton.catalog;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.fenton.catalog.release.Publisher;
import org.fenton.catalog.release.SeedLoader;
import org.fenton.catalog.seed.SeedException;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ReleaseTest {
    @Inject
    SeedLoader loader;

    @Inject
    Publisher publisher;

    @Inject
    DataSource database;

    @Test
    void theIdIsTheHashOfTheBytesAndEachLineIsCanonicalAndInOrder() throws IOException {
        String id = get("/v1/releases/current").then().statusCode(200).extract().path("id");
        byte[] bytes = get("/v1/releases/current/lines")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray();
        assertEquals(id, CanonicalJson.sha256Id(bytes));
        ObjectMapper json = new ObjectMapper();
        List<String> keys = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            JsonNode node = json.readTree(line);
            assertEquals(CanonicalJson.write(node), line);
            keys.add(node.get("type").asText() + "\t" + node.get("id").asText());
        }
        assertEquals(keys.stream().sorted(Comparator.naturalOrder()).distinct().toList(), keys);
        Map<String, Integer> counts =
                get("/v1/releases/current").then().extract().path("counts");
        assertEquals(
                keys.size(),
                counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** The reader every consumer uses finds what was written. */
    @Test
    void consumersReadTheRelease() throws IOException {
        byte[] bytes = get("/v1/releases/current/lines").asByteArray();
        Knowledge knowledge = ReleaseReader.read(new ByteArrayInputStream(bytes));
        assertEquals(current(), knowledge.releaseId());
        assertEquals(Seeds.rows("drugs.tsv"), knowledge.drugs().size());
        assertEquals(Seeds.rows("edges.tsv"), knowledge.edges().size());
        assertEquals(Seeds.rows("contexts.tsv"), knowledge.contexts().size());
        assertEquals(Seeds.rows("rules.tsv"), knowledge.rules().size());
        assertEquals(Seeds.rows("scopes.tsv"), knowledge.scopes().size());
        assertTrue(knowledge.drug("sorafenib").isContested());
        assertFalse(knowledge.drug("erastin").patientUse().allowed());
    }

    @Test
    void loadingAndPublishingAgainChangesNothing() throws SQLException {
        String id = current();
        long before = publications();
        assertEquals(id, loader.load(Seeds.shipped()));
        assertEquals(id, publisher.publish());
        assertEquals(before, publications());
    }

    @Test
    void aCallerThatHasTheReleaseIsNotSentItAgain() {
        String id = current();
        for (String address :
                List.of("/v1/releases/current", "/v1/releases/current/lines", "/v1/releases/" + id + "/lines")) {
            get(address).then().statusCode(200).header("ETag", "\"" + id + "\"");
            given().header("If-None-Match", "\"" + id + "\"")
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"" + id + "\"")
                    .body(equalTo(""));
            given().header("If-None-Match", "\"sha256:0\"").get(address).then().statusCode(200);
        }
        get("/v1/releases/" + id).then().header("Cache-Control", "public, max-age=31536000, immutable");
        get("/v1/releases/sha256:0").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void changedSeedsPublishTheNextReleaseAndTheOldOneStays() throws SQLException {
        String first = current();
        byte[] bytes = get("/v1/releases/" + first + "/lines").asByteArray();
        try {
            String second = loader.load(Seeds.withCell("edges.tsv", 2, "note", "changed by a test"));
            assertNotEquals(first, second);
            assertEquals(second, current());
            get("/v1/edges/E001").then().body("note", equalTo("changed by a test"));
            get("/v1/releases")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(first))
                    .body("items[0].id", equalTo(second));
            assertEquals(
                    first,
                    CanonicalJson.sha256Id(
                            get("/v1/releases/" + first + "/lines").asByteArray()));
        } finally {
            assertEquals(first, loader.load(Seeds.shipped()));
        }
        assertEquals(first, current());
        assertEquals(bytes.length, get("/v1/releases/current/lines").asByteArray().length);
    }

    @Test
    void replicasThatStartTogetherPublishOnce() throws Exception {
        String first = current();
        long before = publications();
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<String> start = () -> loader.load(Seeds.withCell("edges.tsv", 3, "note", "two at once"));
            Set<String> published = new HashSet<>();
            for (Future<String> each : replicas.invokeAll(List.of(start, start))) {
                published.add(each.get());
            }
            assertEquals(Set.of(current()), published);
            assertEquals(before + 1, publications());
        } finally {
            replicas.shutdown();
            assertEquals(first, loader.load(Seeds.shipped()));
        }
    }

    @Test
    void brokenSeedsChangeNothing() throws SQLException {
        String id = current();
        long before = publications();
        var broken = Seeds.withCell("edges.tsv", 3, "sign", "plus");
        String report =
                assertThrows(SeedException.class, () -> loader.load(broken)).getMessage();
        assertTrue(report.contains("edges.tsv:3 [sign] 'plus' is not one of + - ?"), report);
        assertEquals(id, current());
        assertEquals(before, publications());
        get("/v1/counts").then().body("edges", equalTo(Seeds.rows("edges.tsv")));
    }

    @Test
    void theDatabaseRefusesToChangeAReleaseAndToHoldWhatDoesNotResolve() throws SQLException {
        for (String table : List.of("release", "release_line", "publication")) {
            refused("delete from catalog." + table, "append-only");
            refused("truncate catalog." + table + " cascade", "append-only");
        }
        refused("update catalog.release_line set line = '{}'", "append-only");
        refused("update catalog.release set created_at = now()", "append-only");
        refused("update catalog.edge set from_nodes = '{NO-SUCH-NODE}' where id = 'E001'", "NO-SUCH-NODE");
        refused("update catalog.edge set studies = '{12345}' where id = 'E001'", "edge_studies_check");
        refused("update catalog.drug set patient_use = true where approval = 'TOOL_COMPOUND'", "drug_check");
    }

    private void refused(String sql, String reason) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String message = assertThrows(SQLException.class, () -> statement.execute(sql), sql)
                    .getMessage();
            assertTrue(message.contains(reason), message);
        }
    }

    private static String current() {
        return get("/v1/releases/current").then().statusCode(200).extract().path("id");
    }

    private long publications() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from catalog.publication")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
