package org.fenton.model;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fenton.learning.activity.ActivityCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The endpoint and {@code fenton activity} give the same doubles for one profile of random values of the panel's genes. */
@QuarkusTest
class SameAsCommandLineTest {
    private static final Path BUNDLE = Path.of("../../bundles/zip-1");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The two names of each number: the service's and the command's. */
    private static final Map<String, String> NUMBERS =
            Map.of("score", "score", "pValue", "p_value", "fdr", "p_value_bh");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ulm, collectri",
        "ulm, progeny",
        "mlm, collectri",
        "mlm, progeny",
        "wsum, collectri",
        "wsum, progeny",
        "wmean, collectri",
        "wmean, progeny",
        "viper, collectri",
        "viper, progeny"
    })
    void activitiesAreTheSame(String method, String network) throws IOException {
        Map<String, Double> genes = profile();
        ObjectNode request = request("contrast", genes).put("method", method);
        request.putArray("networks").add(network);
        JsonNode answer = post(request);
        JsonNode command = run(genes, "--scale", "contrast", "--method", method, "--network", network);
        assertEquals(method, answer.path("method").asText());
        assertEquals(1, answer.path("coverage").path("networks").size());
        assertFalse(answer.has("programmes"));
        boolean tested = !List.of("wsum", "wmean").contains(method);
        for (JsonNode activity : answer.path("activities")) {
            assertEquals(network, activity.path("network").asText());
            assertEquals(tested, activity.has("pValue"));
        }
        assertTrue(answer.path("activities").size() > 10);
        assertEquals(numbers(command.path("activities"), false), numbers(answer.path("activities"), true));
    }

    @Test
    void programmesOfALog2ProfileAreTheSame() throws IOException {
        Map<String, Double> genes = profile();
        genes.replaceAll((gene, value) -> value + 5);
        genes.remove("GPX4");
        ObjectNode request = request("log2", genes);
        request.putArray("include").add("programmes");
        JsonNode answer = post(request);
        JsonNode command = run(genes, "--scale", "log2", "--programmes");
        assertEquals(command.path("programmeReference"), answer.path("programmeReference"));
        assertEquals(numbers(command.path("programmes"), false), numbers(answer.path("programmes"), true));
        for (int i = 0; i < command.path("programmes").size(); i++) {
            JsonNode there = command.path("programmes").get(i);
            JsonNode here = answer.path("programmes").get(i);
            assertEquals(there.path("source"), here.path("programme"));
            for (String key : List.of("doubt", "percentile", "panelLines", "measured", "total", "missing", "reason")) {
                assertEquals(plain(there.path(key)), plain(here.path(key)), there.path("source") + " " + key);
            }
        }
        assertTrue(answer.path("programmes").findValues("percentile").size() > 5);
        assertTrue(answer.path("programmes").findValues("reason").size() > 0);
    }

    @Test
    void theDefaultsAreUlmOfBothNetworks() throws IOException {
        ObjectNode bare = request("contrast", profile());
        ObjectNode explicit = bare.deepCopy().put("method", "ulm").put("minsize", 5);
        explicit.putArray("networks").add("progeny").add("collectri");
        explicit.putArray("include");
        assertEquals(post(bare), post(explicit));
    }

    private static Map<String, Double> profile() throws IOException {
        List<String> panel = Files.readAllLines(BUNDLE.resolve("reference/genes.tsv"));
        Random random = new Random(7);
        Map<String, Double> genes = new TreeMap<>();
        for (String line : panel.subList(1, panel.size())) {
            genes.put(line.substring(0, line.indexOf('\t')), random.nextGaussian());
        }
        return genes;
    }

    private static ObjectNode request(String scale, Map<String, Double> genes) {
        ObjectNode request = JSON.createObjectNode().put("scale", scale);
        genes.forEach(request.putObject("genes")::put);
        return request;
    }

    private static JsonNode post(ObjectNode request) throws IOException {
        return JSON.readTree(given().contentType(ContentType.JSON)
                .body(request.toString())
                .post("/v1/pathway-activities")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private JsonNode run(Map<String, Double> genes, String... options) throws IOException {
        StringBuilder table = new StringBuilder("gene\tprofile\n");
        genes.forEach(
                (gene, value) -> table.append(gene).append('\t').append(value).append('\n'));
        Path file = Files.writeString(folder.resolve("profile.tsv"), table);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--profile", file.toString(), "--bundle", BUNDLE.toString()));
        arguments.addAll(List.of("--symbols", "as-written", "--format", "json"));
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int exit = new CommandLine(new ActivityCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, exit, error.toString());
        return JSON.readTree(out.toString());
    }

    /** The command writes 1 where the service writes 1.0. */
    private static Object plain(JsonNode value) {
        return value.isNumber() ? (Object) value.doubleValue() : value;
    }

    /** Numbers by source, under the names of the command. */
    private static Map<String, Map<String, Double>> numbers(JsonNode rows, boolean ofService) {
        Map<String, Map<String, Double>> all = new TreeMap<>();
        for (JsonNode row : rows) {
            Map<String, Double> numbers = new TreeMap<>();
            NUMBERS.forEach((service, command) -> {
                JsonNode value = row.path(ofService ? service : command);
                if (!value.isMissingNode()) {
                    numbers.put(command, value.doubleValue());
                }
            });
            String key = row.has("source") ? "source" : "programme";
            all.put(row.path(key).asText(), numbers);
        }
        return all;
    }
}
