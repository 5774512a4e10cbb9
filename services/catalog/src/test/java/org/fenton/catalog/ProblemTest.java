package org.fenton.catalog;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conventions of fenton-http as a caller meets them. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ProblemTest {

    @Test
    void aSoundBodyPasses() {
        post("{\"label\":\"a\",\"parts\":[{\"name\":\"b\",\"dose\":0.5}]}")
                .statusCode(200)
                .body("parts[0].dose", equalTo(0.5f));
    }

    @Test
    void anUnknownFieldIsPointedAtWithTheNearestKnownOne() {
        refused("{\"label\":\"a\",\"parts\":[{\"name\":\"b\"},{\"nmae\":\"c\"}]}", "urn:problem:invalid-request")
                .body("errors[0].pointer", equalTo("/parts/1/nmae"))
                .body("errors[0].suggestion", equalTo("name"));
    }

    @Test
    void aBodyThatIsNotJsonSaysWhereItStops() {
        refused("{\"label\":", "urn:problem:malformed-json");
        refused("{\"label\":\"a\",\"label\":\"b\"}", "urn:problem:malformed-json");
        refused("{\"parts\":[{\"dose\":NaN}]}", "urn:problem:malformed-json");
    }

    @Test
    void aValueOfTheWrongKindIsPointedAt() {
        refused("{\"parts\":[{\"name\":\"b\",\"dose\":\"NaN\"}]}", "urn:problem:invalid-request")
                .body("errors[0].pointer", equalTo("/parts/0/dose"))
                .body("errors[0].suggestion", equalTo("a finite number"));
        refused("[]", "urn:problem:invalid-request");
    }

    @Test
    void everyValueOutOfBoundsIsPointedAt() {
        refused("{\"parts\":[{\"name\":\"b\"},{\"name\":\"\"}]}", "urn:problem:invalid-request")
                .body("errors.pointer", equalTo(List.of("/label", "/parts/1/name")));
    }

    @Test
    void aBodyOfAnotherTypeIsNotGuessedAt() {
        given().contentType("text/plain")
                .body("label")
                .post("/test/body")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:unsupported-media-type"));
    }

    @Test
    void aFaultOfOursShowsNothingOfTheInside() {
        for (String address : List.of("/test/body/failure", "/test/body/nan")) {
            String body = given().header("X-Request-Id", "r-1")
                    .get(address)
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:problem:internal"))
                    .body("requestId", equalTo("r-1"))
                    .extract()
                    .asString();
            for (String inside : List.of("Exception", "select", "org.", "NaN")) {
                assertFalse(body.contains(inside), body);
            }
        }
        assertEquals(200, get("/v1/counts").statusCode());
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/test/body")
                .then();
    }

    private static ValidatableResponse refused(String body, String type) {
        return post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(type));
    }
}
