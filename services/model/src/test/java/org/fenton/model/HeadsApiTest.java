package org.fenton.model;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fenton.learning.cli.PredictCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The shipped heads, the same under another name, and damaged ones: listed, asked, promoted and rolled back. */
@QuarkusTest
@TestProfile(HeadsApiTest.SeveralHeads.class)
class HeadsApiTest {
    private static final Path SHIPPED = Path.of("../../heads/lines-5");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "/v2/models/pairs-in-lines";
    private static final String BECAUSE = ",\"reason\":\"step of a test\",\"by\":\"tester\"}";
    private static final List<String> INPUTS = List.of("drug_a", "drug_b", "cell_line");

    /** Known, new and unknown drugs, by name, code and structure; known and unknown lines. */
    private static final List<List<String>> ROWS = List.of(
            List.of("5-FU", "gemcitabine", "A375"),
            List.of("Lapatinib", "MK-2206", "ACH-000219"),
            List.of("gemcitabine", "5-FU", "A375"),
            List.of("ruxolitinib", "erastin", "HL-60(TB)"),
            List.of("N#CCC(C1CCCC1)n1cc(cn1)-c1ncnc2[nH]ccc12", "erlotinib", "HCT116"),
            List.of("no such drug", "erlotinib", "HCT116"),
            List.of("erlotinib", "Erlotinib", "HCT116"),
            List.of("lapatinib", "erlotinib", "no such line"));

    @TempDir
    Path folder;

    /** Bundles beside the shipped one, and a state folder. */
    public static class SeveralHeads implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path beside = Files.createTempDirectory("fenton-heads");
                Path renamed = copy(beside.resolve("renamed")).resolve("bundle.json");
                JSON.writeValue(
                        renamed.toFile(), ((ObjectNode) JSON.readTree(renamed.toFile())).put("name", "renamed"));
                Path damaged = copy(beside.resolve("damaged")).resolve("heads/synergy.bin");
                byte[] bytes = Files.readAllBytes(damaged);
                bytes[bytes.length / 2] ^= 1;
                Files.write(damaged, bytes);
                return Map.of(
                        "fenton.model.heads", SHIPPED.toString(),
                        "fenton.model.heads-beside", beside.toString(),
                        "fenton.model.state",
                                Files.createTempDirectory("fenton-state").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path copy(Path to) throws IOException {
            try (Stream<Path> files = Files.walk(SHIPPED)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(SHIPPED.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
            return to;
        }
    }

    @Test
    void theyAreListedWithTheirKindAndHaveACard() {
        given().get("/v1/models")
                .then()
                .statusCode(200)
                .body("models.id", contains("zip-1", "lines-5", "renamed"))
                .body("models.kind", contains("model", "heads", "heads"))
                .body("models[1].head", equalTo("benefit, sensitivity, synergy"))
                .body("refused.directory", contains("damaged"))
                .body("refused[0].reason", containsString("heads/synergy.bin was changed"));
        given().get("/v1/models/" + id("lines-5") + "/card")
                .then()
                .statusCode(200)
                .body("bundle", equalTo(id("lines-5")))
                .body("kind", equalTo("heads"))
                .body("heads.synergy.unit", containsString("ZIP"));
        given().get("/v1/models/lines-9/card").then().statusCode(404);
    }

    @Test
    void theNumbersAreThoseOfThePredictCommand() throws IOException {
        JsonNode outputs = outputs(MODEL, request());
        List<String[]> command = predicted();
        assertEquals(8, outputs.size());
        int numbers = 0;
        int nulls = 0;
        for (int column = 0; column < outputs.size(); column++) {
            JsonNode output = outputs.get(column);
            assertEquals(command.get(0)[3 + column], output.path("name").asText());
            assertEquals(ROWS.size(), output.path("data").size());
            for (int row = 0; row < ROWS.size(); row++) {
                String told = command.get(row + 1)[3 + column];
                JsonNode served = output.path("data").get(row);
                String place = output.path("name").asText() + " of row " + row;
                if (!output.path("datatype").asText().equals("FP64")) {
                    assertEquals(told, served.asText(), place);
                } else if (told.isEmpty()) {
                    assertTrue(served.isNull(), place);
                    nulls++;
                } else {
                    assertEquals(Double.parseDouble(told), served.doubleValue(), place);
                    numbers++;
                }
            }
        }
        assertEquals(List.of(30, 18), List.of(numbers, nulls));
    }

    @Test
    void tensorsAreNamedAndTypedAndFaultsNameThem() throws IOException {
        given().get(MODEL)
                .then()
                .statusCode(200)
                .body("inputs.name", equalTo(INPUTS))
                .body("inputs.datatype", contains("BYTES", "BYTES", "BYTES"))
                .body("outputs[6].datatype", equalTo("BOOL"))
                .body("outputs[7].name", equalTo("reason"))
                .body("versions", hasSize(2));
        given().get(MODEL + "/ready").then().statusCode(200).body("ready", equalTo(true));
        ObjectNode lacking = request();
        lacking.withArray("inputs").remove(2);
        refused(lacking, "inputs are named [drug_a, drug_b], not [drug_a, drug_b, cell_line], in this order");
        ObjectNode twice = request();
        twice.withArray("inputs").add(twice.path("inputs").get(0));
        refused(twice, "inputs are named [drug_a, drug_b, cell_line, drug_a], not");
        ObjectNode reordered = request();
        reordered.withArray("inputs").insert(0, reordered.withArray("inputs").remove(1));
        refused(reordered, "inputs are named [drug_b, drug_a, cell_line], not [drug_a, drug_b, cell_line]");
        ObjectNode more = request();
        more.withArray("inputs").add(((ObjectNode) more.path("inputs").get(0).deepCopy()).put("name", "dose"));
        refused(more, "inputs are named [drug_a, drug_b, cell_line, dose], not");
        refused(with(2, "name", "\"line\""), "inputs are named [drug_a, drug_b, line], not");
        refused(with(1, "datatype", "\"FP64\""), "drug_b");
        refused(with(1, "data", "[]"), "drug_b");
        refused(with(2, "shape", "[2,4]"), "cell_line has shape [2, 4], not [rows] or [rows, 1]");
        ObjectNode shorter = with(2, "shape", "[1]");
        ((ObjectNode) shorter.path("inputs").get(2)).putArray("data").add("A375");
        refused(shorter, "cell_line has 1 rows, drug_a has 8");
        ObjectNode empty = request();
        ((com.fasterxml.jackson.databind.node.ArrayNode)
                        empty.path("inputs").get(0).path("data"))
                .set(3, " ");
        refused(empty, "drug_a: element 3 is empty");
        ObjectNode unknown = request();
        unknown.putArray("outputs").addObject().put("name", "probability");
        refused(unknown, "no output 'probability'");
        given().get(MODEL + "/versions/9").then().statusCode(404).body("error", containsString("9"));
        given().get("/v2/models/none").then().statusCode(404).body("error", equalTo("no model 'none'"));
    }

    @Test
    void aPromotionOfHeadsLeavesTheModelBundleAlone() throws IOException {
        String model = given().get("/v1/promotions").then().extract().path("active");
        assertEquals(id("lines-5"), given().get("/v1/promotions").path("activeHeads"));
        promote("{\"bundle\":\"renamed\",\"role\":\"shadow\"", 409).body("detail", containsString("no shadow"));
        promote("{\"bundle\":\"damaged\",\"role\":\"active\"", 400);
        promote("{\"bundle\":\"lines-5\",\"role\":\"active\"", 409).body("detail", containsString("already active"));
        promote("{\"bundle\":\"renamed\",\"role\":\"active\"", 201)
                .body("kind", equalTo("heads"))
                .body("previous", equalTo(id("lines-5")));
        infer(MODEL, request(), 200).body("model_version", equalTo(id("renamed")));
        infer(MODEL + "/versions/" + id("lines-5"), request(), 200).body("model_version", equalTo(id("lines-5")));
        given().get("/v1/promotions")
                .then()
                .body("active", equalTo(model))
                .body("activeHeads", equalTo(id("renamed")))
                .body("promotions.kind", contains("model", "heads", "heads"))
                .body("promotions[2].reason", equalTo("step of a test"));
        rollBack("{\"role\":\"active\"", 409);
        rollBack("{\"kind\":\"heads\",\"role\":\"active\"", 201).body("bundle", equalTo(id("lines-5")));
        rollBack("{\"kind\":\"heads\",\"role\":\"active\"", 409).body("detail", containsString("nothing to roll back"));
        infer(MODEL, request(), 200).body("model_version", equalTo(id("lines-5")));
        given().get("/v1/promotions").then().body("active", equalTo(model));
    }

    private List<String[]> predicted() throws IOException {
        StringBuilder table = new StringBuilder(String.join("\t", INPUTS)).append('\n');
        ROWS.forEach(row -> table.append(String.join("\t", row)).append('\n'));
        Path pairs = Files.writeString(folder.resolve("pairs.tsv"), table);
        Path out = folder.resolve("out.tsv");
        StringWriter error = new StringWriter();
        int exit = new CommandLine(new PredictCommand())
                .setErr(new PrintWriter(error))
                .execute("--pairs", pairs.toString(), "--out", out.toString(), "--bundle", SHIPPED.toString());
        assertEquals(0, exit, error.toString());
        List<String[]> lines = new ArrayList<>();
        Files.readAllLines(out).forEach(line -> lines.add(line.split("\t", -1)));
        return lines;
    }

    private static ObjectNode request() {
        ObjectNode request = JSON.createObjectNode();
        for (int i = 0; i < INPUTS.size(); i++) {
            ObjectNode tensor = request.withArray("inputs").addObject();
            tensor.put("name", INPUTS.get(i)).put("datatype", "BYTES");
            tensor.putArray("shape").add(ROWS.size());
            for (List<String> row : ROWS) {
                tensor.withArray("data").add(row.get(i));
            }
        }
        return request;
    }

    private static ObjectNode with(int input, String field, String json) throws IOException {
        ObjectNode request = request();
        ((ObjectNode) request.path("inputs").get(input)).set(field, JSON.readTree(json));
        return request;
    }

    private static void refused(ObjectNode request, String reason) {
        infer(MODEL, request, 400).body("error", containsString(reason));
    }

    private static JsonNode outputs(String model, ObjectNode request) throws IOException {
        return JSON.readTree(infer(model, request, 200).extract().asString()).path("outputs");
    }

    private static ValidatableResponse infer(String model, ObjectNode request, int status) {
        return post(model + "/infer", request.toString(), status);
    }

    private static ValidatableResponse promote(String body, int status) {
        return post("/v1/promotions", body + BECAUSE, status);
    }

    private static ValidatableResponse rollBack(String body, int status) {
        return post("/v1/promotions/roll-back", body + BECAUSE, status);
    }

    private static ValidatableResponse post(String address, String body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then()
                .statusCode(status);
    }

    private static String id(String name) {
        return given().get("/v1/models").then().extract().path("models.find { it.id == '%s' }.bundle".formatted(name));
    }
}
