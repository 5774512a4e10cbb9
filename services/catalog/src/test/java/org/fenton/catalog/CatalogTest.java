package org.fenton.catalog;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class CatalogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FACTS = Path.of("../../../shared/facts");

    private static final Map<String, String> FACT_FILES = Map.of(
            "jakStatAgents", "jak-inhibitors.tsv",
            "ferroptosisInducers", "ferroptosis-inducers.tsv",
            "ferroptosisInhibitors", "ferroptosis-inhibitors.tsv",
            "edges", "pathway-edges.tsv",
            "contexts", "ferroptosis-modulating-context.tsv",
            "combinations", "known-combinations.tsv",
            "resistanceMechanisms", "resistance-mechanisms.tsv",
            "safetyRules", "safety-rules.tsv");

    @Test
    void countsEqualTheSeedsRows() {
        get("/v1/counts")
                .then()
                .statusCode(200)
                .body("jakStatAgents", equalTo((int) Seeds.rows("drug-listings.tsv", "kind", "JAK_STAT")))
                .body("ferroptosisInducers", equalTo((int)
                        Seeds.rows("drug-listings.tsv", "kind", "FERROPTOSIS_INDUCER")))
                .body("ferroptosisInhibitors", equalTo((int)
                        Seeds.rows("drug-listings.tsv", "kind", "FERROPTOSIS_INHIBITOR")))
                .body("drugs", equalTo(Seeds.rows("drugs.tsv")))
                .body("nodes", equalTo(Seeds.rows("nodes.tsv")))
                .body("edges", equalTo(Seeds.rows("edges.tsv")))
                .body("contexts", equalTo(Seeds.rows("contexts.tsv")))
                .body("combinations", equalTo(Seeds.rows("combinations.tsv")))
                .body("resistanceMechanisms", equalTo(Seeds.rows("resistance.tsv")))
                .body("safetyRules", equalTo(Seeds.rows("rules.tsv")))
                .body("interactions", equalTo(Seeds.rows("interactions.tsv")))
                .body("tumours", equalTo(Seeds.rows("tumours.tsv")))
                .body("scopes", equalTo(Seeds.rows("scopes.tsv")))
                .body("drugClasses", equalTo(Seeds.rows("classes.tsv")))
                .body("sources", equalTo(Seeds.rows("sources.tsv")));
    }

    /** No fact was dropped on its way into the seeds. The facts are not part of the repository. */
    @Test
    void countsEqualTheFactsRows() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FACTS), "the facts are not here");
        Map<String, Integer> counts = get("/v1/counts")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath()
                .getMap("");
        for (var file : FACT_FILES.entrySet()) {
            long rows = Files.readAllLines(FACTS.resolve(file.getValue())).stream()
                            .filter(line -> !line.isBlank())
                            .count()
                    - 1;
            assertEquals(rows, counts.get(file.getKey()).longValue(), file.getKey());
        }
    }

    @Test
    void aListIsWalkedByItsLinksAndHoldsEachRowOnce() {
        Set<String> seen = new HashSet<>();
        String next = "/v1/edges?limit=60";
        int pages = 0;
        while (next != null) {
            var answer = get(next)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(Seeds.rows("edges.tsv")))
                    .extract();
            List<String> ids = answer.jsonPath().getList("items.id");
            ids.forEach(id -> assertTrue(seen.add(id), id + " twice"));
            String first = link(answer.headers(), "first");
            assertEquals(pages > 0, first != null && !first.contains("after="), "a page links to the first: " + first);
            next = link(answer.headers(), "next");
            pages++;
        }
        assertEquals(Seeds.rows("edges.tsv"), seen.size());
        assertEquals((Seeds.rows("edges.tsv") + 59) / 60, pages);
    }

    private static String link(Headers headers, String rel) {
        return headers.getValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"" + rel + "\""))
                .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                .findFirst()
                .orElse(null);
    }

    @Test
    void everyListAnswersAndEveryFirstRowIsFoundById() {
        for (String list : List.of(
                "drugs",
                "drug-listings",
                "drug-classes",
                "nodes",
                "edges",
                "contexts",
                "resistance-mechanisms",
                "combinations",
                "safety-rules",
                "interactions",
                "claims",
                "sources",
                "tumours",
                "scopes")) {
            String id = get("/v1/" + list + "?limit=1")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id");
            given().urlEncodingEnabled(false)
                    .get("/v1/" + list + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
    }

    @Test
    void aClaimOnADoiIsFoundThoughItsIdHoldsASlash() {
        given().urlEncodingEnabled(false)
                .get("/v1/claims/E001@DOI:10.1186/s12935-025-03681-6")
                .then()
                .statusCode(200)
                .body("subject.type", equalTo("edge"))
                .body("subject.id", equalTo("E001"));
        get("/v1/claims?subject=E001").then().statusCode(200).body("total", equalTo(1));
    }

    @Test
    void aDrugIsFoundByIdNameAndSynonymWhateverTheCase() {
        for (String name : List.of("ruxolitinib", "Ruxolitinib", "INCB018424", "jakafi")) {
            get("/v1/drugs/" + name).then().statusCode(200).body("id", equalTo("ruxolitinib"));
        }
        get("/v1/drugs?q=jakaf").then().statusCode(200).body("items.id", hasItem("ruxolitinib"));
        get("/v1/drugs?q=%25").then().statusCode(200).body("total", equalTo(0));
        get("/v1/drugs?kind=FERROPTOSIS_INDUCER&limit=1000")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("erastin"))
                .body("items.id", not(hasItem("tofacitinib")));
    }

    @Test
    void anUnknownDrugIsA404ThatSuggests() {
        given().header("X-Request-Id", "test-1")
                .get("/v1/drugs/ruxolitinb")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", "test-1")
                .body("type", equalTo("urn:problem:not-found"))
                .body("detail", containsString("ruxolitinib"))
                .body("instance", equalTo("/v1/drugs/ruxolitinb"))
                .body("requestId", equalTo("test-1"));
    }

    @Test
    void badQuestionsAreProblemDocuments() {
        get("/v1/edges?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("?limit"));
        get("/v1/drug-listings?kind=JAK").then().statusCode(400).body("errors[0].pointer", equalTo("?kind"));
        get("/v1/edges?limit=many").then().statusCode(400).body("errors[0].pointer", equalTo("?limit"));
        get("/v1/edgs")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:not-found"));
        given().body("{}")
                .contentType("application/json")
                .post("/v1/edges")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:method-not-allowed"));
        given().accept("text/csv").get("/v1/edges").then().statusCode(406).contentType("application/problem+json");
        given().header("X-Request-Id", "bad id\u0001")
                .get("/v1/counts")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void answersCarrySafeHeadersAndServiceInfo() {
        get("/service-info")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body("id", equalTo("org.fenton.catalog"))
                .body("type.group", equalTo("org.fenton"))
                .body("version", equalTo("0.1.0"));
    }

    @Test
    void readinessNamesTheReleaseAndLivenessDoesNotAskTheDatabase() {
        get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("release published"));
        get("/q/health/live").then().statusCode(200).body("checks", equalTo(List.of()));
    }

    @Test
    void theApiIsTheOneInTheGoldenFile() throws IOException {
        String openApi =
                get("/q/openapi?format=json").then().statusCode(200).extract().asString();
        assertTrue(openApi.startsWith("{"), openApi);
        Golden.assertSameJson("openapi.json", openApi);
    }

    /** The id is the hash of the lines and the time is the clock's: both are written as one fixed value. */
    @Test
    void theExamplesCallersParseAreWhatIsAnswered() throws IOException {
        String release =
                get("/v1/releases/current").then().statusCode(200).extract().asString();
        Golden.assertSame(
                "examples/release-current.json",
                release.replaceAll("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"2026-01-01T00:00:00Z\"")
                        .replaceAll("sha256:[0-9a-f]{64}", "sha256:" + "0".repeat(64)));
        List<String> lines =
                get("/v1/releases/current/lines").asString().lines().toList();
        Golden.assertSame("examples/line-edge.json", line(lines, "edge", "E039"));
        Golden.assertSame("examples/line-drug.json", line(lines, "drug", "ruxolitinib"));
        Golden.assertSame("examples/line-claim.json", line(lines, "claim", "E039@PMID:35483272"));
    }

    private static String line(List<String> lines, String type, String id) throws IOException {
        for (String line : lines) {
            JsonNode node = JSON.readTree(line);
            if (node.get("type").asText().equals(type)
                    && node.get("id").asText().equals(id)) {
                return line;
            }
        }
        throw new AssertionError("no line " + type + " " + id);
    }

    @Test
    void aNulInTheAddressIsTheCallersFault() {
        for (String address : List.of("/v1/edges?after=%00", "/v1/drugs/a%00b")) {
            given().urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }
}
