package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class RankingTest {
    private static final String CASE = """
            {"format":"fenton-case/1","oncotree":"HCC","medications":[],
             "reported":{"scale":"contrast","activities":[{"network":"collectri","source":"STAT3","score":3}],
                         "genes":{"SLC7A11":1.5}}}
            """;

    private static final String PROFILE = "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"profile\":"
            + "{\"scale\":\"contrast\",\"genes\":{"
            + IntStream.range(0, 30).mapToObj(i -> "\"G" + i + "\":" + i * 0.1).collect(Collectors.joining(","))
            + "}}}";

    @Inject
    DataSource database;

    private static Response rank(String body, String accept) {
        return given().contentType(ContentType.JSON).accept(accept).body(body).post("/v1/rankings");
    }

    @Test
    void everyCandidateHasTermsThatAddUpToItsScore() throws Exception {
        JsonNode answer =
                new ObjectMapper().readTree(rank(CASE, "application/json").asByteArray());
        int seen = 0;
        for (String list : new String[] {"candidates", "conflicted", "expectedHarm", "noAnswer"}) {
            for (JsonNode candidate : answer.get(list)) {
                double sum = 0;
                for (JsonNode term : candidate.get("terms")) {
                    assertEquals(
                            term.get("value").doubleValue() * term.get("weight").doubleValue(),
                            term.get("contribution").doubleValue(),
                            0);
                    sum += term.get("contribution").doubleValue();
                }
                assertEquals(
                        sum,
                        candidate.get("score").doubleValue(),
                        0,
                        candidate.get("combination").asText());
                seen++;
            }
        }
        assertEquals(3, seen, "two drugs and their pair");
    }

    @Test
    void theAnswerNamesReleaseBundleAndPolicyAndTheToolCompoundIsExcluded() {
        rank(CASE, "application/json")
                .then()
                .body("release", containsString("sha256:"))
                .body("bundle", containsString("sha256:"))
                .body("policy", equalTo("fenton-policy-1"))
                .body("researchUseOnly", containsString("Research use only"))
                .body("excluded.combination", hasItem("erastin"))
                .body("candidates.combination", not(hasItem(containsString("erastin"))));
    }

    @Test
    void theSameCaseGivesTheSameBytesAndOneRecord() {
        Response first = rank(CASE, "application/json");
        Response again = rank(CASE.replace(" ", "").replace("\n", ""), "application/json");
        assertEquals(200, again.statusCode());
        assertEquals(first.header("Location"), again.header("Location"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        String path = java.net.URI.create(first.header("Location")).getPath();
        assertArrayEquals(first.asByteArray(), given().get(path).asByteArray());
    }

    @Test
    void tableAndCsvShowTheSameScores() throws Exception {
        JsonNode answer =
                new ObjectMapper().readTree(rank(CASE, "application/json").asByteArray());
        double score = answer.at("/candidates/0/score").doubleValue();
        String table = rank(CASE, "text/plain").asString();
        String csv = rank(CASE, "text/csv").asString();
        assertTrue(table.contains(String.format(java.util.Locale.ROOT, "%.2f", score)), table);
        assertTrue(table.startsWith("Research use only"));
        assertTrue(csv.contains("," + score + ","), csv);
    }

    @Test
    void aProfileIsInferredByTheModelService() {
        rank(PROFILE, "application/json").then().statusCode(201).body("counts.shownPerList", greaterThan(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HHC | /oncotree | HCC",
                "hcc | /oncotree | HCC",
            })
    void anUnknownCodeIsAProblemWithAPlaceAndASuggestion(String code, String pointer, String suggestion) {
        rank(CASE.replace("HCC", code), "application/json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:invalid-request"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].suggestion", containsString(suggestion));
    }

    @Test
    void whatIsNoCaseAtAllIsRefusedPrecisely() {
        rank("", "application/json").then().statusCode(400).contentType("application/problem+json");
        rank("{", "application/json").then().statusCode(400).body("detail", containsString("1:2"));
        given().contentType("text/plain").body(CASE).post("/v1/rankings").then().statusCode(415);
        given().contentType(ContentType.JSON)
                .body(CASE)
                .post("/v1/rankings?top=0")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/v1/rankings/none").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void withoutTheModelReportedActivitiesAreRankedWithAGapAndAProfileIsNot() {
        Neighbours.modelAnswers = false;
        try {
            rank(CASE, "application/json")
                    .then()
                    .statusCode(201)
                    .body("bundle", equalTo("none"))
                    .body("degraded[0].part", equalTo("model"))
                    .body("degraded[0].terms", hasItem("synergy excess"));
            rank(PROFILE, "application/json")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .contentType("application/problem+json")
                    .body("detail", containsString("nothing was ranked"));
        } finally {
            Neighbours.modelAnswers = true;
        }
    }

    @Test
    void decisionRecordsAreAppendOnly() throws SQLException {
        rank(CASE, "application/json");
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("update gateway.decision_link set policy_id = 'other'"));
            assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
        }
    }

    @Test
    void readinessNamesTheRelease() {
        given().get("/q/health/ready").then().statusCode(200).body(containsString("sha256:"));
    }
}
