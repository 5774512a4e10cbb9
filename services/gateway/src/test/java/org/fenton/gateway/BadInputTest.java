package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP: never a 5xx, never a stack trace, never half a record. Fields one by one: CaseFuzzTest in documents. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class BadInputTest {
    private static final String CASE =
            "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"medications\":[],\"labs\":[{\"name\":\"platelets\","
                    + "\"value\":40,\"unit\":\"10*9/L\"}],\"reported\":{\"scale\":\"contrast\",\"activities\":[{\"network\":"
                    + "\"collectri\",\"source\":\"STAT3\",\"score\":3}],\"genes\":{\"SLC7A11\":1.5}}}";

    @TestHTTPResource
    URI gateway;

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/rankings");
    }

    private static void refused(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body(not(containsString("Exception")))
                .body(not(containsString("\tat ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"fenton-case/1\",\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\"}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"ageYears\":NaN}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"ageYears\":1e400}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"provenance\":1e400}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"drug\":\"x\"}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"sex\":\"MALE\",\"pregnant\":true}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"preferences\":{\"weights\":{\"safety penalty\":0.5}}}",
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"labs\":[{\"name\":\"platelets\",\"value\":40,\"unit\":\"g/L\"}]}",
                "[1,2]",
                "null",
                "3",
                "\"text\"",
                "{} {}",
                "\u0000"
            })
    void isRefusedPrecisely(String body) {
        refused(post(body), 400);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000, 10_000, 200_000})
    void deepNestingIsRefused(int levels) {
        refused(post("[".repeat(levels)), 400);
        refused(post("{\"provenance\":".repeat(levels) + "1" + "}".repeat(levels)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png"})
    void anotherMediaTypeIs415(String type) {
        refused(given().contentType(type).body(CASE).post("/v1/rankings"), 415);
    }

    /** Through a socket of its own, since a client library gives up when the server closes early. */
    @Test
    void fiftyMegabytesAre413() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/rankings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                            + 50_000_000 + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] head = in.readNBytes(12);
            assertEquals("HTTP/1.1 413", new String(head, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void fourHundredDamagedCasesAreReadOrRefused() {
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder body = new StringBuilder(CASE);
            for (int edit = 0; edit <= random.nextInt(3); edit++) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(3)) {
                    case 0 -> body.deleteCharAt(at);
                    case 1 -> body.insert(at, "{}[],:\"\\0-9.eé\u0001".charAt(random.nextInt(18)));
                    default -> body.setCharAt(at, (char) (32 + random.nextInt(95)));
                }
            }
            Response response = post(body.toString());
            assertTrue(response.statusCode() < 500, response.statusCode() + " for " + body);
            assertFalse(response.asString().contains("Exception"), response.asString());
            refused += response.statusCode() >= 400 ? 1 : 0;
        }
        assertTrue(refused > 100, "most damage is seen: " + refused);
        given().get("/v1/decisions/verification").then().body("intact", org.hamcrest.Matchers.equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "x", "1e3", "99999999999"})
    void aLengthThatIsNoneIsRefused(String top) {
        refused(given().contentType(ContentType.JSON).body(CASE).post("/v1/rankings?top=" + top), 400);
    }
}
