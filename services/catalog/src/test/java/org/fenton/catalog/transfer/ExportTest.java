package org.fenton.catalog.transfer;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenton.catalog.Postgres;
import org.fenton.catalog.Seeds;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema() throws IOException {
        String text = Files.readString(Path.of("../../docs/api/catalog/claim-statement.schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    @Test
    void everyClaimIsExportedAsAStatementThatFitsTheSchema() throws IOException {
        JsonSchema schema = schema();
        List<String> lines =
                get("/v1/exports/claim-statements").asString().lines().toList();
        int claims = get("/v1/claims?limit=1").path("total");
        assertEquals(claims, lines.size());
        for (String line : lines) {
            var faults = schema.validate(JSON.readTree(line));
            assertTrue(faults.isEmpty(), () -> faults + " in " + line);
        }
    }

    /** A schema that lets everything pass would prove nothing. */
    @Test
    void theSchemaRefusesWhatIsNoStatement() throws IOException {
        JsonSchema schema = schema();
        JsonNode right = JSON.readTree(get("/v1/exports/claim-statements")
                .asString()
                .lines()
                .findFirst()
                .orElseThrow());
        assertTrue(schema.validate(right).isEmpty());
        for (String member : List.of("proposition", "direction", "strength", "derivedFrom", "intendedUse")) {
            ObjectNode broken = right.deepCopy();
            broken.remove(member);
            assertFalse(schema.validate(broken).isEmpty(), member + " may be missing");
        }
        ObjectNode inference = right.deepCopy();
        inference.put("inferred", true).putObject("strength").put("code", "strong");
        assertFalse(schema.validate(inference).isEmpty(), "an inference may be strong evidence");
    }

    @Test
    void theEdgeListHoldsEveryPairWithItsSignAndStudies() {
        List<String> lines = get("/v1/exports/edge-list").asString().lines().toList();
        assertEquals(String.join("\t", EdgeList.COLUMNS), lines.get(0));
        assertTrue(lines.size() > Seeds.rows("edges.tsv"), "pairs: " + lines.size());
        for (String line : lines) {
            assertEquals(EdgeList.COLUMNS.size(), line.split("\t", -1).length, line);
        }
        String first = lines.stream()
                .filter(line -> line.endsWith("\tE037"))
                .findFirst()
                .orElseThrow();
        JsonNode edge = get("/v1/edges/E037").as(JsonNode.class);
        assertEquals(edge.path("sign").asText(), first.split("\t")[3]);
    }

    @Test
    void aReleaseIsExportedAsOfItsDay() {
        String id = get("/v1/releases/current").path("id");
        for (String what : List.of(
                "rows/edge", "rows/drug-target", "rows/drug-listing", "rows/claim", "edge-list", "claim-statements")) {
            String now =
                    get("/v1/exports/" + what).then().statusCode(200).extract().asString();
            assertEquals(now, get("/v1/exports/" + what + "?asOf=" + id).asString(), what);
        }
        get("/v1/exports/rows/edgs").then().statusCode(404).body("detail", containsString("close: edge"));
        get("/v1/exports/rows/edge?asOf=sha256:0").then().statusCode(404);
    }
}
