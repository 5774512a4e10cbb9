package org.fenton.model.inference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.prediction.CaseState;
import org.fenton.learning.structure.StructureReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Open Inference Protocol v2, endpoint by endpoint. */
@QuarkusTest
class InferenceApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "/v2/models/synergy-zip5";
    private static final String RUXOLITINIB = "N#CCC(C1CCCC1)n1cc(cn1)-c1ncnc2[nH]ccc12";
    private static final String FLUOROURACIL = "O=c1[nH]cc(F)c(=O)[nH]1";

    private static List<String> names;
    private static double[] vector;
    private static String hash;

    @BeforeAll
    static void vector() throws BundleException {
        ModelBundle bundle = ModelBundle.load(Path.of("../../bundles/zip-1"));
        CaseState state = CaseState.of(
                bundle, Scale.LOG2, List.of(new CaseState.Activity("progeny", "MAPK", 3.5)), Optional.of("Lung"));
        vector = bundle.features()
                .vector(state.state(), drug(RUXOLITINIB, Set.of("JAK1", "JAK2")), drug(FLUOROURACIL, Set.of("TYMS")));
        names = bundle.features().schema().names();
        hash = bundle.features().schema().hash();
    }

    private static DrugDescription drug(String smiles, Set<String> targets) {
        return new DrugDescription(Optional.of(new StructureReader().read(smiles)), Optional.of(targets));
    }

    @Test
    void serverHealthAndModelEndpoints() {
        given().get("/v2")
                .then()
                .statusCode(200)
                .body("name", equalTo("fenton-model"))
                .body("version", equalTo("0.1.0"))
                .body("extensions", hasSize(0));
        given().get("/v2/health/live").then().statusCode(200).body("live", equalTo(true));
        given().get("/v2/health/ready").then().statusCode(200).body("ready", equalTo(true));
        given().get(MODEL + "/ready")
                .then()
                .statusCode(200)
                .body("name", equalTo("synergy-zip5"))
                .body("ready", equalTo(true));
        String version = given().get(MODEL).then().statusCode(200).extract().path("versions[0]");
        given().get(MODEL + "/versions/" + version).then().statusCode(200).body("name", equalTo("synergy-zip5"));
        given().get(MODEL + "/versions/" + version + "/ready")
                .then()
                .statusCode(200)
                .body("ready", equalTo(true));
        infer(MODEL + "/versions/" + version + "/infer", named(names), 200).body("model_version", equalTo(version));
    }

    @Test
    void metadataNamesFeaturesUnitsRangesAndMissingPolicy() {
        given().get(MODEL)
                .then()
                .statusCode(200)
                .body("platform", equalTo("fenton_tribuo"))
                .body("inputs.name", contains("features", "feature_names"))
                .body("inputs[0].shape", contains(-1, names.size()))
                .body("outputs.name", contains("probability", "raw_probability", "lower", "upper"))
                .body("features.name", equalTo(names))
                .body("schema_hash", equalTo(hash))
                .body("features[0].unit", equalTo("sd over the reference panel"))
                .body("features[0]", not(hasKey("lowest")))
                .body("features[0].missing", equalTo("stays-missing"))
                .body("features.find { it.name == 'structure:tanimoto' }.highest", equalTo(1f))
                .body("features.find { it.name == 'knowledge:targets' }.missing", equalTo("required"));
    }

    @Test
    void aVectorGetsTheProbabilityOfThePredictionsEndpoint() throws IOException {
        String body =
                ("{\"scale\":\"log2\",\"oncotreeTissue\":\"Lung\",\"activities\":[{\"network\":\"progeny\",\"source\":\"MAPK\",\"score\":3.5}],"
                                + "\"candidates\":[{\"id\":\"p\",\"drugs\":[{\"id\":\"a\",\"smiles\":\"%s\",\"targets\":[\"JAK1\",\"JAK2\"]},"
                                + "{\"id\":\"b\",\"smiles\":\"%s\",\"targets\":[\"TYMS\"]}]}]}")
                        .formatted(RUXOLITINIB, FLUOROURACIL);
        JsonNode expected = JSON.readTree(given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/predictions")
                        .asString())
                .path("predictions")
                .get(0);
        JsonNode outputs = outputs(named(names));
        assertEquals(
                expected.path("probability").asDouble(),
                outputs.get(0).path("data").get(0).asDouble());
        assertEquals(
                expected.path("lower").asDouble(),
                outputs.get(2).path("data").get(0).asDouble());
        assertEquals(
                expected.path("upper").asDouble(),
                outputs.get(3).path("data").get(0).asDouble());
    }

    @Test
    void flatNestedHashedAndOneTensorAFeatureAreTheSame() throws IOException {
        JsonNode expected = outputs(named(names));
        ObjectNode nested = named(names);
        ((ObjectNode) nested.path("inputs").get(0)).putArray("data").add(values());
        assertEquals(expected, outputs(nested));
        ObjectNode hashed = named(names);
        ((ArrayNode) hashed.path("inputs")).remove(1);
        hashed.putObject("parameters").put("schema_hash", hash);
        assertEquals(expected, outputs(hashed));
        ObjectNode columns = JSON.createObjectNode();
        ArrayNode inputs = columns.putArray("inputs");
        for (int i = 0; i < vector.length; i++) {
            ObjectNode column = inputs.addObject().put("name", names.get(i)).put("datatype", "FP64");
            column.putArray("shape").add(1).add(1);
            column.putArray("data").add(values().get(i));
        }
        assertEquals(expected, outputs(columns));
    }

    @Test
    void severalRowsAskedOutputsAndFp32() {
        ObjectNode two = named(names);
        ObjectNode features = (ObjectNode) two.path("inputs").get(0);
        features.put("datatype", "FP32").putArray("shape").add(2).add(vector.length);
        features.putArray("data").addAll(values()).addAll(values());
        two.putArray("outputs").addObject().put("name", "upper");
        infer(two, 200)
                .body("outputs", hasSize(1))
                .body("outputs[0].name", equalTo("upper"))
                .body("outputs[0].shape", contains(2))
                .body("outputs[0].datatype", equalTo("FP64"));
        ObjectNode none = named(names);
        ((ObjectNode) none.path("inputs").get(0)).putArray("shape").add(0).add(vector.length);
        ((ObjectNode) none.path("inputs").get(0)).putArray("data");
        infer(none, 200).body("outputs[0].shape", contains(0));
    }

    @Test
    void theIdIsEchoedAndOmittedWhenAbsent() {
        infer(named(names).put("id", "q-1"), 200).body("id", equalTo("q-1"));
        infer(named(names), 200).body("$", not(hasKey("id")));
        refused(named(names).put("id", 7), "id is not a text");
    }

    @Test
    void aTruncatedRenamedOrReorderedVectorIsRefusedWithTheNamesThatDiffer() {
        List<String> truncated = names.subList(0, names.size() - 2);
        ObjectNode shorter = named(truncated);
        ObjectNode features = (ObjectNode) shorter.path("inputs").get(0);
        features.putArray("shape").add(1).add(truncated.size());
        ArrayNode fewer = values();
        fewer.remove(fewer.size() - 1);
        fewer.remove(fewer.size() - 1);
        features.set("data", fewer);
        refused(shorter, "absent knowledge:structures, knowledge:targets");
        ((ArrayNode) shorter.path("inputs")).remove(1);
        shorter.putObject("parameters").put("schema_hash", hash);
        refused(shorter, "absent knowledge:structures, knowledge:targets");
        List<String> renamed = new ArrayList<>(names);
        renamed.set(0, "pathway:Androgens");
        refused(named(renamed), "unknown pathway:Androgens; absent pathway:Androgen");
        List<String> reordered = new ArrayList<>(names);
        Collections.swap(reordered, 1, 2);
        refused(named(reordered), "not in their place pathway:Estrogen, pathway:EGFR");
        ObjectNode unnamed = named(names);
        ((ArrayNode) unnamed.path("inputs")).remove(1);
        refused(unnamed, "feature_names");
        unnamed.putObject("parameters").put("schema_hash", "0".repeat(64));
        refused(unnamed, "schema_hash is not that of this model");
    }

    @Test
    void valuesThatCannotBeAreRefusedByFeature() {
        refused(
                withValue(names.indexOf("structure:ecfp4-000"), "3"),
                "structure:ecfp4-000 of row 0 is 3.0, outside 0.0 to 2.0");
        refused(withValue(names.indexOf("knowledge:targets"), "null"), "knowledge:targets is required");
        refused(withValue(0, "1e999"), "beyond the range");
        refused(withValue(0, "\"NaN\""), "element 0 is not a number or null");
        refused(withValue(0, "true"), "element 0 is not a number or null");
        infer(withValue(0, "null"), 200);
    }

    @Test
    void everyFailureIsAnObjectWithErrorAlone() {
        error(given().get("/v2/models/synergy").then(), 404).body("error", containsString("synergy-zip5"));
        error(given().get("/v2/models/synergy/ready").then(), 404);
        error(given().get(MODEL + "/versions/9").then(), 404);
        error(given().get(MODEL + "/versions/9/ready").then(), 404);
        error(infer(MODEL + "/versions/9/infer", named(names), 404), 404);
        error(infer("/v2/models/none/infer", named(names), 404), 404);
        error(given().get("/v2/nowhere").then(), 404);
        error(given().get(MODEL + "/infer").then(), 405);
        error(given().contentType("text/plain").body("x").post(MODEL + "/infer").then(), 415);
        for (String body : List.of(
                "",
                "{",
                "[]",
                "7",
                "null",
                "{\"inputs\":7}",
                "{\"inputs\":[]}",
                "{\"inputs\":[],\"inputs\":[]}",
                "{\"input\":[]}")) {
            error(
                    given().contentType(ContentType.JSON)
                            .body(body)
                            .post(MODEL + "/infer")
                            .then(),
                    400);
        }
    }

    private static ValidatableResponse error(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType(startsWith("application/json"))
                .body("keySet()", equalTo(Set.of("error")))
                .body("error", not(equalTo("")));
    }

    private static void refused(ObjectNode request, String reason) {
        error(infer(request, 400), 400).body("error", containsString(reason));
    }

    private static ObjectNode withValue(int index, String json) {
        ObjectNode request = named(names);
        ArrayNode data = (ArrayNode) request.path("inputs").get(0).path("data");
        data.set(index, JSON.getNodeFactory().rawValueNode(new RawValue(json)));
        return request;
    }

    private static ArrayNode values() {
        ArrayNode values = JSON.createArrayNode();
        for (double value : vector) {
            if (Double.isNaN(value)) {
                values.addNull();
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** One row with the names beside it. */
    private static ObjectNode named(List<String> featureNames) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode inputs = request.putArray("inputs");
        ObjectNode features = inputs.addObject().put("name", "features").put("datatype", "FP64");
        features.putArray("shape").add(1).add(vector.length);
        features.set("data", values());
        ObjectNode called = inputs.addObject().put("name", "feature_names").put("datatype", "BYTES");
        called.putArray("shape").add(featureNames.size());
        featureNames.forEach(called.putArray("data")::add);
        return request;
    }

    private static JsonNode outputs(ObjectNode request) throws IOException {
        return JSON.readTree(infer(request, 200).extract().asString()).path("outputs");
    }

    private static ValidatableResponse infer(ObjectNode request, int status) {
        return infer(MODEL + "/infer", request, status);
    }

    private static ValidatableResponse infer(String address, ObjectNode request, int status) {
        return given().contentType(ContentType.JSON)
                .body(request.toString())
                .post(address)
                .then()
                .statusCode(status);
    }
}
