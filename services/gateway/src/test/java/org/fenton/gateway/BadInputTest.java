package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private static final String SYNTAX = "{}[],:\"\\0-9.eé\u0001";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI gateway;

    /** Not REST Assured: it indents every body in case it has to be shown, which takes gigabytes for deep nesting. */
    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(gateway.toString().replaceAll("/$", "") + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post("/v1/rankings", "application/json", body);
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertFalse(answer.body().contains("Exception"), answer.body());
        assertFalse(answer.body().contains("\tat "), answer.body());
        assertTrue(answer.body().length() < 4000, "the answer does not grow with what was sent");
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
    void isRefusedPrecisely(String body) throws Exception {
        assertRefused(400, post(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000, 10_000, 200_000})
    void deepNestingIsRefused(int levels) throws Exception {
        assertRefused(400, post("[".repeat(levels)));
        assertRefused(400, post("[".repeat(levels) + "]".repeat(levels)));
        assertRefused(400, post("{\"provenance\":".repeat(levels) + "1" + "}".repeat(levels)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png"})
    void anotherMediaTypeIs415(String type) throws Exception {
        assertRefused(415, post("/v1/rankings", type, CASE));
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

    /** Nobody said how long it will be, so the service has to stop reading by itself. */
    @Test
    void fiftyMegabytesOfUnknownLengthAre413() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/rankings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = ("f4240\r\n" + " ".repeat(1_000_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            String head = "";
            try {
                while (sent < 50 && socket.getInputStream().available() == 0) {
                    out.write(megabyte);
                    out.flush();
                    sent++;
                }
                head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            } catch (SocketException hungUp) {
                // it answered and hung up before everything was sent; what it said may be lost with the connection
            }
            assertTrue(sent < 50, "it hangs up long before the end");
            assertTrue(head.isEmpty() || head.equals("HTTP/1.1 413"), head);
        }
        assertRefused(400, post("{}"));
    }

    @Test
    void fourHundredDamagedCasesAreReadOrRefused() throws Exception {
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            String body = damaged(random);
            HttpResponse<String> answer = post(body);
            assertTrue(answer.statusCode() < 500, answer.statusCode() + " for " + body);
            if (answer.statusCode() >= 400) {
                assertRefused(400, answer);
                refused++;
            }
        }
        assertTrue(refused > 100, "most damage is seen: " + refused);
        given().get("/v1/decisions/verification").then().body("intact", equalTo(true));
    }

    private static String damaged(Random random) {
        StringBuilder body = new StringBuilder(CASE);
        int edits = 1 + random.nextInt(3);
        for (int edit = 0; edit < edits; edit++) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(3)) {
                case 0 -> body.deleteCharAt(at);
                case 1 -> body.insert(at, SYNTAX.charAt(random.nextInt(SYNTAX.length())));
                default -> body.setCharAt(at, (char) (32 + random.nextInt(95)));
            }
        }
        return body.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "x", "1e3", "99999999999"})
    void aLengthThatIsNoneIsRefused(String top) throws Exception {
        assertRefused(400, post("/v1/rankings?top=" + top, "application/json", CASE));
    }
}
