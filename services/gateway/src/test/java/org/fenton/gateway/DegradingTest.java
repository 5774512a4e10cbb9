package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real socket on the other side that is slow, cuts the line, answers garbage or nonsense: nothing is silent, and it ends. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@TestProfile(DegradingTest.Impatient.class)
class DegradingTest {
    private static int number;

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String calls = "org.fenton.gateway.model.ModelCalls/";
            return Map.of(
                    calls + "predictions/Timeout/value",
                    "700",
                    calls + "activities/Timeout/value",
                    "700",
                    calls + "predictions/CircuitBreaker/delay",
                    "300",
                    calls + "activities/CircuitBreaker/delay",
                    "300",
                    "org.fenton.gateway.catalog.CatalogCalls/current/CircuitBreaker/delay",
                    "300");
        }
    }

    @AfterEach
    void everybodyIsWell() {
        Neighbours.model = Neighbours.Mood.ANSWERS;
        Neighbours.catalog = Neighbours.Mood.ANSWERS;
        eventually(() -> rankReported().jsonPath().getList("degraded").isEmpty());
    }

    private static Response post(String state) {
        return given().contentType(ContentType.JSON)
                .body("{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\"," + state + "}")
                .post("/v1/rankings");
    }

    private static Response rankReported() {
        return post(
                "\"reported\":{\"scale\":\"zscore\",\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":"
                        + ++number * 0.001 + "}]}");
    }

    private static Response rankProfile() {
        StringBuilder genes = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            genes.append(i == 0 ? "" : ",")
                    .append("\"G")
                    .append(i)
                    .append("\":")
                    .append(i * 0.1 + ++number * 1e-6);
        }
        return post("\"profile\":{\"scale\":\"contrast\",\"genes\":{" + genes + "}}");
    }

    private static void eventually(BooleanSupplier condition) {
        for (int i = 0; i < 100; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertTrue(condition.getAsBoolean(), "it did not recover");
    }

    @ParameterizedTest
    @EnumSource(value = Neighbours.Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWERS")
    void whateverTheModelDoesReportedActivitiesAreRankedAndTheGapIsNamed(Neighbours.Mood mood) {
        Neighbours.model = mood;
        for (int i = 0; i < 3; i++) {
            rankReported()
                    .then()
                    .statusCode(201)
                    .body("bundle", equalTo("none"))
                    .body("degraded.part", hasItem("model"))
                    .body("degraded[0].terms", hasItem("synergy excess"))
                    .body("degraded[0].lanes", hasItem("PREDICTED"))
                    .body("degraded[0].detail", containsString("widen"));
            rankProfile()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .contentType("application/problem+json")
                    .body("detail", containsString("nothing was ranked"));
        }
        Neighbours.model = Neighbours.Mood.ANSWERS;
        eventually(() -> rankProfile().statusCode() == 201);
    }

    @ParameterizedTest
    @EnumSource(
            value = Neighbours.Mood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWERS", "NONSENSE"})
    void withoutTheCatalogTheLastReleaseIsUsedAndTheAnswerSaysSo(Neighbours.Mood mood) {
        String release = rankReported().jsonPath().getString("release");
        Neighbours.catalog = mood;
        eventually(() -> rankReported().jsonPath().getList("degraded.part").contains("catalog"));
        Response ranked = rankReported();
        assertEquals(201, ranked.statusCode());
        assertEquals(release, ranked.jsonPath().getString("release"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void aGapIsNoPartOfAGoodAnswer() {
        rankReported()
                .then()
                .statusCode(201)
                .body("degraded.part", not(hasItem("model")))
                .body("bundle", not("none"));
    }

    /** The table is what a person reads: a gap that only the JSON told would not be seen. */
    @Test
    void theTableSaysWhatIsMissing() {
        Neighbours.model = Neighbours.Mood.BREAKS;
        given().contentType(ContentType.JSON)
                .accept("text/plain")
                .body(
                        "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"reported\":{\"scale\":\"zscore\",\"activities\":"
                                + "[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":" + ++number * 0.001
                                + "}]}}")
                .post("/v1/rankings")
                .then()
                .statusCode(201)
                .body(containsString("\nBundle   none\n"))
                .body(containsString("\nMISSING: predictions; the model service did not answer"));
    }
}
