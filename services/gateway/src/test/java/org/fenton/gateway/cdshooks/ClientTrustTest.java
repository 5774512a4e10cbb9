package org.fenton.gateway.cdshooks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fenton.gateway.Neighbours;
import org.fenton.gateway.TestFiles;
import org.junit.jupiter.api.Test;

/** A gateway with trust switched on and one origin allowed, on a real socket. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@TestProfile(ClientTrustTest.Trusting.class)
class ClientTrustTest {
    private static final Path CLIENTS = Path.of("target", "cds-clients.json");
    private static final String SERVICE = "/cds-services/fenton-candidates";
    private static final Signer CLIENT = Signer.elliptic("ec-1");

    public static class Trusting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fenton.gateway.cds.trust", "REQUIRED",
                    "fenton.gateway.cds.clients", CLIENTS.toAbsolutePath().toString(),
                    "fenton.gateway.cds.allowed-origins", "https://ehr.example");
        }
    }

    private static String token(String path, String id) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", "https://ehr.example")
                .put("aud", "http://fenton.test" + path)
                .put("iat", now)
                .put("exp", now + 200)
                .put("jti", id);
        return CLIENT.token(CLIENT.header(), claims);
    }

    private static void trust() {
        try {
            Files.writeString(
                    CLIENTS,
                    ClientTokenTest.clients("https://ehr.example", CLIENT).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Response call(String authorization) {
        var request = given().contentType("application/json")
                .body(TestFiles.read("cds/patient-view.json").toString());
        return (authorization == null ? request : request.header("Authorization", authorization)).post(SERVICE);
    }

    @Test
    void aTokenIsGoodForOneCall() {
        trust();
        String token = "Bearer " + token(SERVICE, UUID.randomUUID().toString());
        call(token).then().statusCode(200);
        call(token).then().statusCode(401);
    }

    @Test
    void withoutAGoodTokenTheAnswerIsABare401() {
        trust();
        String elsewhere = token(SERVICE + "/feedback", UUID.randomUUID().toString());
        for (String authorization :
                new String[] {null, "Basic eDp5", "Bearer", "Bearer x.y.z", "Bearer " + elsewhere}) {
            call(authorization)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("detail", equalTo("a valid token of a known caller is needed"))
                    .body("errors", org.hamcrest.Matchers.nullValue());
        }
    }

    @Test
    void feedbackNeedsATokenOfItsOwn() {
        trust();
        given().contentType("application/json")
                .body("{}")
                .post(SERVICE + "/feedback")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer "
                                + token(SERVICE + "/feedback", UUID.randomUUID().toString()))
                .body("{}")
                .post(SERVICE + "/feedback")
                .then()
                .statusCode(400);
    }

    @Test
    void discoveryIsOpen() {
        given().get("/cds-services").then().statusCode(200);
    }

    @Test
    void keysThatCannotBeReadLeaveNobodyTrusted() throws IOException {
        Files.writeString(CLIENTS, "{");
        call("Bearer " + token(SERVICE, UUID.randomUUID().toString())).then().statusCode(401);
        trust();
    }

    @Test
    void aNamedOriginMayCallFromABrowserAndNoOther() {
        trust();
        given().header("Origin", "https://ehr.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(SERVICE)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("https://ehr.example"))
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
        given().header("Origin", "https://ehr.example")
                .get("/cds-services")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("https://ehr.example"));
        given().header("Origin", "https://evil.example")
                .get("/cds-services")
                .then()
                .header("Access-Control-Allow-Origin", not(equalTo("https://evil.example")));
        given().header("Origin", "https://ehr.example")
                .get("/v1/rankings/none")
                .then()
                .header("Access-Control-Allow-Origin", not(equalTo("https://ehr.example")));
    }
}
