package org.fenton.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeated, conditional and deferred requests, as RFC 9110, RFC 7240 and the Idempotency-Key draft describe them. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ExchangeTest {
    private static final String CASE = """
            {"format":"fenton-case/1","oncotree":"HCC","genotypes":[{"gene":"G%s","phenotype":"x"}],"reported":{"scale":"contrast",
             "activities":[{"network":"collectri","source":"STAT3","score":3}]}}
            """;

    /** A profile cannot be ranked without the model. */
    private static final String PROFILE = "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"profile\":{\"scale\":"
            + "\"contrast\",\"genes\":{"
            + IntStream.range(0, 30).mapToObj(i -> "\"E" + i + "\":" + i * 0.1).collect(Collectors.joining(","))
            + "}}}";

    @Inject
    DataSource database;

    private static RequestSpecification with(String key) {
        return given().contentType(ContentType.JSON).accept("application/json").header("Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String location(Response response) {
        return URI.create(response.header("Location")).getPath();
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAndNoSecondRecord() throws SQLException {
        String key = key();
        String body = CASE.formatted("idempotent " + key);
        Response first = with(key).body(body).post("/v1/rankings");
        long records = count("select count(*) from gateway.decision_link");
        Response again = with(key).body(body).post("/v1/rankings");
        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode(), "the answer that was given, not a new one");
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(null, first.header("Idempotency-Replayed"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        assertEquals(location(first), location(again));
        assertEquals(first.contentType(), again.contentType());
        assertEquals(records, count("select count(*) from gateway.decision_link"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"other body,x,application/json,", "other query,,application/json,?top=3", "other form,,text/csv,"})
    void theSameKeyWithAnotherRequestIs422(String how, String body, String accept, String query) {
        String key = key();
        with(key)
                .body(CASE.formatted(""))
                .post("/v1/rankings")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        given().contentType(ContentType.JSON)
                .accept(accept)
                .header("Idempotency-Key", key)
                .body(CASE.formatted(body == null ? "" : body))
                .post("/v1/rankings" + (query == null ? "" : query))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("another request"));
    }

    @Test
    void aRequestThatFailedMayBeCorrectedUnderItsKey() {
        String key = key();
        with(key).body("{}").post("/v1/rankings").then().statusCode(400);
        with(key).body(CASE.formatted(key)).post("/v1/rankings").then().statusCode(201);
    }

    @Test
    void aRequestThatFoundTheModelDownMayBeSentAgain() {
        String key = key();
        Neighbours.modelAnswers = false;
        try {
            with(key).body(PROFILE).post("/v1/rankings").then().statusCode(503);
        } finally {
            Neighbours.modelAnswers = true;
        }
        with(key).body(PROFILE).post("/v1/rankings").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "ä"})
    void aKeyThatIsNoneIsRefused(String key) {
        with(key).body(CASE.formatted("")).post("/v1/rankings").then().statusCode(400);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        with("k".repeat(256))
                .body(CASE.formatted(""))
                .post("/v1/rankings")
                .then()
                .statusCode(400);
    }

    @Test
    void manyAtOnceUnderOneKeyHaveOneEffectAndOneAnswer() throws Exception {
        String key = key();
        String body = CASE.formatted("at once " + key);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Response>> calls = IntStream.range(0, 16)
                    .<Callable<Response>>mapToObj(
                            i -> () -> with(key).body(body).post("/v1/rankings"))
                    .toList();
            byte[] answer = null;
            for (Future<Response> call : callers.invokeAll(calls)) {
                Response response = call.get();
                assertTrue(List.of(201, 409).contains(response.statusCode()), response.asString());
                if (response.statusCode() == 409) {
                    assertEquals("1", response.header("Retry-After"));
                } else if (answer == null) {
                    answer = response.asByteArray();
                } else {
                    assertArrayEquals(answer, response.asByteArray());
                }
            }
            assertEquals(201, with(key).body(body).post("/v1/rankings").statusCode());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void theKeyItselfIsNotKept() throws SQLException {
        String key = key();
        with(key).body(CASE.formatted("")).post("/v1/rankings");
        assertTrue(count("select count(*) from gateway.idempotency") > 0);
        assertEquals(
                0, count("select count(*) from gateway.idempotency i where row_to_json(i)::text like '%" + key + "%'"));
    }

    @Test
    void theOperationOfFhirTakesAKeyToo() {
        String key = key();
        String bundle = TestFiles.read("fhir/case-bundle.json").toString();
        for (String replayed : new String[] {null, "true"}) {
            Response response = given().urlEncodingEnabled(false)
                    .contentType("application/fhir+json")
                    .header("Idempotency-Key", key)
                    .body(bundle)
                    .post("/fhir/$rank-combinations");
            assertEquals(200, response.statusCode());
            assertEquals(replayed, response.header("Idempotency-Replayed"));
            assertTrue(response.contentType().startsWith("application/fhir+json"), response.contentType());
        }
    }

    @Test
    void aKeptRankingIsNotSentTwice() {
        String path = location(with(key()).body(CASE.formatted("etag")).post("/v1/rankings"));
        Response whole = given().get(path);
        String tag = whole.header("ETag");
        assertTrue(tag.startsWith("\"sha256:"), tag);
        assertTrue(whole.header("Link").contains("rel=\"self\""));
        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
    }

    @ParameterizedTest(name = "If-None-Match {0} -> {1}")
    @CsvSource(
            delimiter = ';',
            value = {"*;304", "W/TAG;304", "\"other\", TAG;304", "\"other\";200", "TAGx;200", "W/\"other\";200"})
    void ifNoneMatchComparesWeakly(String asked, int status) {
        String path = location(with(key()).body(CASE.formatted("etag")).post("/v1/rankings"));
        String tag = given().get(path).header("ETag");
        given().header("If-None-Match", asked.replace("TAG", tag))
                .get(path)
                .then()
                .statusCode(status);
    }

    private static Response deferred(String body) {
        return given().contentType(ContentType.JSON)
                .header("Prefer", "wait=10, respond-async; x=1")
                .body(body)
                .post("/v1/rankings");
    }

    /** Follows the status resource until it says something else than RUNNING. */
    private static Response finished(String path) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Response status = given().redirects().follow(false).get(path);
            if (status.statusCode() != 200 || !"RUNNING".equals(status.path("state"))) {
                return status;
            }
            assertEquals("1", status.header("Retry-After"));
            Thread.sleep(50);
        }
        throw new AssertionError("still running: " + path);
    }

    @Test
    void aDeferredRankingIsTheSameRanking() throws InterruptedException {
        String body = CASE.formatted("deferred");
        Response accepted = deferred(body);
        accepted.then()
                .statusCode(202)
                .header("Preference-Applied", equalTo("respond-async"))
                .header("Location", containsString("/v1/deferred/"));
        Response done = finished(location(accepted));
        assertEquals(303, done.statusCode());
        Response direct = given().contentType(ContentType.JSON).body(body).post("/v1/rankings");
        assertEquals(location(direct), location(done));
        assertArrayEquals(direct.asByteArray(), given().get(location(done)).asByteArray());
    }

    @Test
    void aDeferredRankingThatFailsSaysWhy() throws InterruptedException {
        finished(location(deferred("{}")))
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("problem.status", equalTo(400))
                .body("problem.errors[0].pointer", notNullValue());
    }

    @Test
    void whatWasNeverFinishedIsSaidToHaveFailed() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into gateway.deferred (id, state, deadline)"
                    + " values ('lost', 'RUNNING', now() - interval '1 second')");
        }
        given().get("/v1/deferred/lost")
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("problem.status", equalTo(503));
        given().get("/v1/deferred/none").then().statusCode(404);
    }

    @Test
    void withoutThePreferenceTheAnswerIsDirect() {
        given().contentType(ContentType.JSON)
                .header("Prefer", "return=minimal")
                .body(CASE.formatted("direct"))
                .post("/v1/rankings")
                .then()
                .header("Preference-Applied", nullValue())
                .body("format", equalTo("fenton-ranking/1"));
    }
}
