package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The chain under concurrency, tampering and erasure, on a real PostgreSQL as its superuser. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@TestProfile(DecisionChainTest.WithErasure.class)
class DecisionChainTest {
    public static final class WithErasure implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fenton.records.erasure", "true");
        }
    }

    @Inject
    DataSource database;

    private static String caseOf(double stat3, String label) {
        return "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"label\":\"" + label + "\",\"reported\":{\"scale\":"
                + "\"contrast\",\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":" + stat3
                + "}]}}";
    }

    private static Response rank(double stat3) {
        return rank(stat3, "");
    }

    private static Response rank(double stat3, String label) {
        String body = label.isEmpty() ? caseOf(stat3, "").replace("\"label\":\"\",", "") : caseOf(stat3, label);
        return given().contentType(ContentType.JSON).body(body).post("/v1/rankings");
    }

    private static String path(Response ranked) {
        return URI.create(ranked.header("Location")).getPath();
    }

    private static JsonPath verification() {
        return given().get("/v1/decisions/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void asSuperuserWithTriggersOff(String... changes) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String change : changes) {
                assertTrue(statement.executeUpdate(change) > 0, change);
            }
            statement.execute("set session_replication_role = default");
        }
    }

    @Test
    void sixteenWritersNeitherLoseNorForkALink() throws Exception {
        long before = verification().getLong("links");
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            double stat3 = 1 + (i / 2) * 0.01;
            posts.add(() -> rank(stat3).statusCode());
        }
        int created = 0;
        for (Future<Integer> post : writers.invokeAll(posts)) {
            assertTrue(post.get() == 201 || post.get() == 200, "status " + post.get());
            created += post.get() == 201 ? 1 : 0;
        }
        writers.shutdown();
        assertEquals(32, created, "each of 32 cases was sent twice and recorded once");
        JsonPath after = verification();
        assertTrue(after.getBoolean("intact"), after.prettyPrint());
        assertEquals(before + 32, after.getLong("links"));
        assertEquals(0, count("select count(*) - count(distinct previous_hash) from gateway.decision_link"));
    }

    @Test
    void whatATamperingSuperuserChangesIsNamed() throws Exception {
        String id = path(rank(2.5)).replace("/v1/rankings/", "");
        rank(2.6);
        assertTrue(verification().getBoolean("intact"));

        String own = "where decision_id = '" + id + "'";
        long letter = count("select get_byte(answer, 39) from gateway.decision_payload " + own);
        String put = "update gateway.decision_payload set answer = set_byte(answer, 39, %d) " + own;
        asSuperuserWithTriggersOff(String.format(put, letter == 'x' ? 121 : 120));
        given().get("/v1/decisions/verification")
                .then()
                .body("intact", equalTo(false))
                .body("faults.decision", hasItem(id))
                .body("faults.what", hasItem("the answer is not the one that was recorded"));
        asSuperuserWithTriggersOff(String.format(put, letter));
        assertTrue(verification().getBoolean("intact"));

        // even with the row's own hash made anew, the next link still names the old one
        String policy = "update gateway.decision_link l set policy_id = '%s' where decision_id = '" + id + "'";
        String rehash =
                "update gateway.decision_link l set hash = gateway.link_hash(l) where decision_id = '" + id + "'";
        String old = "fenton-policy-1";
        asSuperuserWithTriggersOff(String.format(policy, "kinder-policy"));
        assertFalse(verification().getBoolean("intact"));
        asSuperuserWithTriggersOff(rehash);
        given().get("/v1/decisions/verification")
                .then()
                .body("faults.what", hasItem("does not name the hash of the link before it"));
        asSuperuserWithTriggersOff(String.format(policy, old), rehash);
        assertTrue(verification().getBoolean("intact"));
    }

    @Test
    void aCutEndIsSeenThroughTheHead() throws Exception {
        rank(3.5);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table kept as select * from gateway.decision_link order by seq desc limit 1");
            statement.execute("create table kept_payload as select * from gateway.decision_payload"
                    + " where decision_id = (select decision_id from kept)");
            connection.commit();
            connection.setAutoCommit(true);
        }
        asSuperuserWithTriggersOff("delete from gateway.decision_link where seq = (select seq from kept)");
        given().get("/v1/decisions/verification")
                .then()
                .body("intact", equalTo(false))
                .body("faults.what", hasItem(containsString("the head names link")));
        asSuperuserWithTriggersOff("insert into gateway.decision_link select * from kept");
        count("select count(*) from kept");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table kept, kept_payload");
        }
        assertTrue(verification().getBoolean("intact"));
    }

    @Test
    void erasingLeavesTheChainVerifiable() throws Exception {
        String path = path(rank(4.5));
        String id = path.replace("/v1/rankings/", "");
        given().delete(path + "?reason=asked by the patient").then().statusCode(204);
        given().get(path)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("detail", containsString("asked by the patient"));
        given().get(path + "/candidates/sorafenib").then().statusCode(410);
        given().delete(path).then().statusCode(204);
        JsonPath report = verification();
        assertTrue(report.getBoolean("intact"), report.prettyPrint());
        assertTrue(report.getLong("erased") >= 1);
        assertEquals(0, count("select count(*) from gateway.decision_payload where decision_id = '" + id + "'"));
        given().delete("/v1/rankings/" + "0".repeat(64)).then().statusCode(404);
        given().delete(path + "?reason=a\nb").then().statusCode(400);
    }

    @Test
    void noRowCanBeChangedDeletedOrTruncated() throws Exception {
        rank(5.5);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "update gateway.decision_link set reason = 'x'",
                    "delete from gateway.decision_link",
                    "truncate gateway.decision_link",
                    "update gateway.decision_payload set answer = ''",
                    "delete from gateway.decision_payload",
                    "truncate gateway.decision_payload")) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
            }
        }
    }

    /** The label may name a patient: the caller gets it back, the database does not. */
    @Test
    void aLabelIsEchoedAndNotKept() throws Exception {
        String name = "Jane Roe 1970-01-01";
        Response ranked = rank(6.5, name);
        assertEquals(name, ranked.jsonPath().getString("label"));
        given().get(path(ranked)).then().body("label", equalTo(""));
        assertEquals(path(ranked), path(rank(6.5)), "the label does not make another case");
        List<String> kept = payloads();
        assertTrue(kept.stream().anyMatch(text -> text.contains("fenton-case/1")), "the cases can be read here");
        assertTrue(kept.stream().noneMatch(text -> text.contains("Jane")));
    }

    /** Cases and answers of all records, unpacked. */
    private List<String> payloads() throws Exception {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select document, answer from gateway.decision_payload"
                        + " where deflated and document is not null")) {
            while (rows.next()) {
                for (int column = 1; column <= 2; column++) {
                    byte[] frame = rows.getBytes(column);
                    byte[] plain = Zstd.decompress(frame, (int) Zstd.getFrameContentSize(frame));
                    texts.add(new String(plain, StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
