package org.fenton.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;

/** A gateway that allows one address three requests at once. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@TestProfile(RateLimitTest.Few.class)
class RateLimitTest {
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fenton.rate-limit.per-second", "1", "fenton.rate-limit.burst", "3");
        }
    }

    @Test
    void whoAsksTooFastIsToldWhenToComeBack() {
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(given().get(i % 2 == 0 ? "/service-info" : "/fhir/metadata"));
        }
        assertEquals(200, answers.get(0).statusCode());
        List<Response> refused =
                answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertTrue(refused.size() > 10, refused.size() + " refused");
        for (Response answer : refused) {
            assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
            boolean fhir = answer.contentType().startsWith("application/fhir+json");
            assertTrue(fhir || answer.contentType().startsWith("application/problem+json"), answer.contentType());
            if (!fhir) {
                assertEquals("urn:problem:too-many-requests", answer.path("type"));
            }
        }
        given().get("/q/health/live").then().statusCode(200);
    }
}
