package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A decision is asked again of the bundle that gave it, whichever is active today. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class TwoBundlesTest {
    private static final String A = "bundle-a";
    private static final String B = "bundle-that-is-b";

    @AfterEach
    void oneBundleAsEver() {
        Neighbours.bundles = List.of();
    }

    private static Response rank(String score) {
        return given().contentType(ContentType.JSON)
                .body("{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"reported\":{\"scale\":\"contrast\","
                        + "\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":" + score + "}]}}")
                .post("/v1/rankings");
    }

    private static String path(Response ranked) {
        return URI.create(ranked.header("Location")).getPath();
    }

    @Test
    void whatBundleASaidIsReplayedFromAWhileBIsActive() {
        Neighbours.bundles = List.of(A, B);
        Response fromA = rank("2.125");
        assertEquals(A, fromA.path("bundle"));

        Neighbours.bundles = List.of(B, A);
        Response fromB = rank("2.125");
        assertEquals(B, fromB.path("bundle"));
        assertNotEquals(path(fromA), path(fromB), "another bundle's answer is another decision");

        for (Response ranked : List.of(fromA, fromB)) {
            given().post(path(ranked) + "/replay")
                    .then()
                    .statusCode(200)
                    .body("verdict", equalTo("SAME"))
                    .body("missing", empty())
                    .body(
                            "replayed.sha256",
                            equalTo(given().post(path(ranked) + "/replay").path("recorded.sha256")));
        }
        assertEquals(A, given().get(path(fromA)).path("bundle"));
    }

    @Test
    void aReplayNamesTheBundleThatIsGone() {
        Neighbours.bundles = List.of(A, B);
        Response fromA = rank("2.25");

        Neighbours.bundles = List.of(B);
        given().post(path(fromA) + "/replay")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("NOT_POSSIBLE"))
                .body("missing.what", hasItem("bundle"))
                .body("missing.recorded", hasItem(A))
                .body("missing.available", hasItem("the model service does not hold it"));
    }
}
