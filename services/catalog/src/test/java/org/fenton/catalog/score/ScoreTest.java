package org.fenton.catalog.score;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fenton.catalog.Postgres;
import org.junit.jupiter.api.Test;

/** Made-up scores of made-up cases in a scratch database; each test has a run of its own. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ScoreTest {
    private static final String RANKED = """
            {"combination": "%s", "outlook": "FAVOURABLE", "lane": "PREDICTED", "rank": 1, "band": 1, "score": 0.1,
             "lower": -0.30000000000000004, "upper": 0.5, "abstained": true, "abstention": "unlike training",
             "unknown": ["exposure: none"], "safety": [], "caveats": ["a, \\"b\\"", "=c"]}""";

    private static final String LEFT_OUT = """
            {"combination": "erastin", "outlook": "EXCLUDED", "unknown": [], "safety": [], "caveats": [],
             "excluded": "NOT_FOR_PATIENTS", "reason": "tool"}""";

    private static String hash(String of) {
        return "sha256:" + String.format("%064x", new java.math.BigInteger(1, of.getBytes()));
    }

    private static String head(String run, int rankings) {
        return """
                {"release": "%s", "bundle": "b", "policy": "p", "policyHash": "h", "shown": 20, "rankings": %d,
                 "outputHash": "%s"}""".formatted(get("/v1/releases/current").path("id"), rankings, hash(run));
    }

    private static String ranking(String name) {
        return ranking(name, RANKED.formatted("ruxolitinib+sulfasalazine"), LEFT_OUT);
    }

    private static String ranking(String name, String... scores) {
        return """
                {"digest": "%s", "case": "%s", "scores": [%s]}""".formatted(hash(name), hash("case " + name), String.join(", ", scores));
    }

    private static ValidatableResponse post(String run, int of, String... rankings) {
        String body = "{\"run\": " + head(run, of) + ", \"rankings\": [" + String.join(",", rankings) + "]}";
        return given().contentType("application/json")
                .body(body)
                .post("/v1/scores")
                .then();
    }

    @Test
    void aBatchSentTwiceIsWrittenOnceAndTheRunSaysWhenItIsWhole() {
        post("A", 3, ranking("A1"), ranking("A2"))
                .statusCode(200)
                .body("added", equalTo(2))
                .body("unchanged", equalTo(0))
                .body("complete", equalTo(false));
        post("A", 3, ranking("A1"), ranking("A2")).body("added", equalTo(0)).body("unchanged", equalTo(2));
        String run = post("A", 3, ranking("A2"), ranking("A3"))
                .body("added", equalTo(1))
                .body("written", equalTo(3))
                .body("complete", equalTo(true))
                .extract()
                .path("run");
        get("/v1/score-runs/" + run)
                .then()
                .statusCode(200)
                .body("written", equalTo(3))
                .body("complete", equalTo(true));
        get("/v1/score-runs?limit=1000").then().body("items.id", hasItem(run));
        get("/v1/scores?run=" + run).then().body("total", equalTo(6));
    }

    @Test
    void everyNumberAndWordIsReadBackAsItWasSent() {
        String run = post("B", 1, ranking("B1")).statusCode(200).extract().path("run");
        get("/v1/scores?outlook=FAVOURABLE&run=" + run)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].case", equalTo(hash("case B1")))
                .body("items[0].digest", equalTo(hash("B1")))
                .body("items[0].score.toString()", equalTo("0.1"))
                .body("items[0].abstained", equalTo(true))
                .body("items[0].caveats", hasItems("a, \"b\"", "=c"));
        String bytes = get("/v1/scores?run=" + run).asString();
        assertEquals(true, bytes.contains("\"lower\":-0.30000000000000004"), bytes);
        assertEquals(true, bytes.contains("\"place\":1,\"combination\":\"erastin\",\"outlook\":\"EXCLUDED\""), bytes);
    }

    @Test
    void pagesHoldEachScoreOnce() {
        String[] many = IntStream.range(0, 25).mapToObj(i -> ranking("C" + i)).toArray(String[]::new);
        String run = post("C", 25, many).statusCode(200).extract().path("run");
        Set<String> seen = new HashSet<>();
        List<String> order = new ArrayList<>();
        String next = "/v1/scores?limit=7&run=" + run;
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(50))
                    .extract();
            page.jsonPath().getList("items").forEach(each -> seen.add(each.toString()));
            order.addAll(page.jsonPath().getList("items.digest"));
            next = page.headers().getValues("Link").stream()
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                    .findFirst()
                    .orElse(null);
        }
        assertEquals(50, seen.size());
        assertEquals(50, order.size());
        get("/v1/scores?after=x&run=" + run).then().statusCode(400).body("errors[0].pointer", equalTo("?after"));
        get("/v1/scores").then().statusCode(400).body("errors[0].pointer", equalTo("?run"));
        get("/v1/scores?run=sha256:x").then().statusCode(404);
    }

    @Test
    void anyFaultRefusesTheWholeBatchWithItsPlace() {
        post("D", 9, ranking("D1"), ranking("D2", RANKED.formatted("ruxolitinib+sulfasalazin")))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:scores-refused"))
                .body("errors[0].pointer", equalTo("/rankings/1/scores/0/combination"))
                .body("errors[0].suggestion", containsString("sulfasalazine"));
        post("D", 9, ranking("D1"), ranking("D1"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rankings/1/digest"));
        post("D", 9, ranking("D1", RANKED.replace("0.5", "-0.5").formatted("ruxolitinib")))
                .statusCode(400)
                .body("errors[0].pointer", startsWith("/rankings/0/scores/0"));
        post("D", 9, ranking("D1", RANKED.replace("\"lane\"", "\"lame\"").formatted("ruxolitinib")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rankings/0/scores/0/lame"));
        given().contentType("application/json")
                .body("{\"run\": " + head("D", 9).replaceFirst("sha256:[0-9a-f]{64}", hash("none"))
                        + ", \"rankings\": [" + ranking("D1") + "]}")
                .post("/v1/scores")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/run/release"));
        post("D", 9, ranking("D1")).body("added", equalTo(1)).body("written", equalTo(1));
    }

    @Test
    void whatIsOnRecordIsNeverReplaced() {
        post("E", 2, ranking("E1")).statusCode(200);
        post("E", 2, ranking("E2"), ranking("E1", LEFT_OUT))
                .statusCode(409)
                .body("type", equalTo("urn:problem:score-conflict"))
                .body("errors[0].pointer", equalTo("/rankings/1"));
        post("E", 2, ranking("E2"), ranking("E3")).statusCode(409).body("errors[0].pointer", equalTo("/run/rankings"));
        post("E", 2, ranking("E2")).body("added", equalTo(1)).body("complete", equalTo(true));
    }

    @Test
    void writersOfOneRunAtOnceWriteEachRankingOnce() throws Exception {
        String[] rankings =
                IntStream.range(0, 20).mapToObj(i -> ranking("F" + i)).toArray(String[]::new);
        head("F", 20);
        Callable<Integer> write =
                () -> post("F", 20, rankings).statusCode(200).extract().path("added");
        var writers = Executors.newFixedThreadPool(4);
        int added = 0;
        for (Future<Integer> each : writers.invokeAll(List.of(write, write, write, write))) {
            added += each.get();
        }
        writers.shutdown();
        assertEquals(20, added);
    }
}
