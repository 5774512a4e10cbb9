package org.fenton.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.junit.jupiter.api.Test;

/** The journal names an active bundle that is no longer there, and ends in the middle of an entry. */
@QuarkusTest
@TestProfile(ActiveBundleGoneTest.Gone.class)
class ActiveBundleGoneTest {
    /** A state folder as a crash after a promotion would leave it. */
    public static class Gone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path state = Files.createTempDirectory("fenton-state");
                String shipped = ModelBundle.load(SeveralBundles.SHIPPED).id();
                Files.writeString(
                        state.resolve("promotions.jsonl"),
                        "{\"sequence\":1,\"at\":\"2026-01-01T00:00:00Z\",\"action\":\"configure\",\"role\":\"active\",\"bundle\":\"%1$s\",\"reason\":\"first start\",\"by\":\"configuration\",\"configured\":\"%1$s\"}\n{\"sequence\":2,\"at\":\"2026-01-02T00:00:00Z\",\"action\":\"promote\",\"role\":\"active\",\"bundle\":\"sha256:gone\",\"previous\":\"%1$s\",\"reason\":\"better\",\"by\":\"tester\",\"configured\":\"%1$s\"}\n{\"sequence\":3,\"at\""
                                .formatted(shipped));
                return Map.of("fenton.model.state", state.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (BundleException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void nothingElseIsServedInItsPlaceUntilARollBack() throws IOException {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'model-bundle' }.data.reason", containsString("sha256:gone"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/v2/health/live").then().statusCode(200).body("live", equalTo(true));
        given().get("/v2/health/ready").then().statusCode(503).body("error", containsString("sha256:gone"));
        given().get("/v2/models/synergy-zip5/ready").then().statusCode(503).body("error", containsString("not loaded"));
        predict(503);
        given().get("/v1/promotions")
                .then()
                .body("unfinished.bytes", equalTo(18))
                .body("unfinished.kept", containsString("promotions.jsonl.unfinished-at-"));
        given().contentType(ContentType.JSON)
                .body("{\"role\":\"active\",\"reason\":\"it is gone\",\"by\":\"tester\"}")
                .post("/v1/promotions/roll-back")
                .then()
                .statusCode(201)
                .body("sequence", equalTo(3));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/v2/health/ready").then().statusCode(200).body("ready", equalTo(true));
        predict(200);
    }

    private static void predict(int status) throws IOException {
        given().contentType(ContentType.JSON)
                .body(Examples.request("predictions-contrast-request.json"))
                .post("/v1/predictions")
                .then()
                .statusCode(status);
    }
}
