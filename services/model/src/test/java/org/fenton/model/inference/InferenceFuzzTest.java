package org.fenton.model.inference;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Shapes, types and values that no client should send: 200 or 400 with an error, never a failure of the server. */
@QuarkusTest
class InferenceFuzzTest {
    private static final int TRIES = 1500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static int features;
    private static String hash = "";

    @Test
    void noRequestMakesTheServerFail() throws IOException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        JsonNode metadata = JSON.readTree(given().get("/v2/models/synergy-zip5").asString());
        features = metadata.path("features").size();
        hash = metadata.path("schema_hash").asText();
        JqwikSession.start();
        try {
            RandomGenerator<String> generator = requests().generator(TRIES);
            Random random = new Random(1);
            for (int tried = 0; tried < TRIES; tried++) {
                String body = generator.next(random).value();
                Response response =
                        given().contentType(ContentType.JSON).body(body).post("/v2/models/synergy-zip5/infer");
                statuses.merge(response.statusCode(), 1, Integer::sum);
                assertTrue(
                        response.statusCode() == 200 || response.statusCode() == 400,
                        response.statusCode() + " to " + body);
                JsonNode answer = JSON.readTree(response.asString());
                assertEquals(response.statusCode() == 400, answer.path("error").isTextual(), body);
            }
        } finally {
            JqwikSession.finish();
        }
        assertTrue(statuses.containsKey(200) && statuses.containsKey(400), statuses.toString());
        System.out.println("fuzzed inference requests by status: " + statuses);
    }

    private static Arbitrary<String> requests() {
        Arbitrary<String> whole = Combinators.combine(
                        field(tensors()), field(scalars()), field(scalars()), field(outputs()))
                .as((inputs, id, parameters, outputs) -> "{\"inputs\":%s,\"id\":%s,\"parameters\":%s,\"outputs\":%s}"
                        .formatted(inputs, id, parameters, outputs));
        Arbitrary<String> bare = tensors().map("{\"inputs\":%s}"::formatted);
        Arbitrary<String> cut = whole.flatMap(
                text -> Arbitraries.integers().between(0, text.length()).map(end -> text.substring(0, end)));
        return Arbitraries.frequencyOf(
                Tuple.of(4, bare), Tuple.of(3, whole), Tuple.of(1, cut), Tuple.of(4, nearlyRight()));
    }

    /** A request that would be answered but for one or two things. */
    private static Arbitrary<String> nearlyRight() {
        Arbitrary<String> types = Arbitraries.of("FP64", "FP64", "FP32", "BYTES");
        Arbitrary<String> shapes = Arbitraries.of("[1,%d]", "[1,%d]", "[%d]", "[1,1,%d]", "[2,%d]");
        return Combinators.combine(
                        types, shapes, scalars(), Arbitraries.integers().between(0, features - 3))
                .as((type, shape, value, place) -> {
                    String data = String.join(",", Collections.nCopies(features, "1"));
                    String changed = data.substring(0, 2 * place) + value + data.substring(2 * place + 1);
                    return "{\"parameters\":{\"schema_hash\":\"%s\"},\"inputs\":[{\"name\":\"features\",\"datatype\":\"%s\",\"shape\":%s,\"data\":[%s]}]}"
                            .formatted(hash, type, shape.formatted(features), changed);
                });
    }

    private static Arbitrary<String> field(Arbitrary<String> usual) {
        return Arbitraries.oneOf(List.of(usual, scalars()));
    }

    private static Arbitrary<String> outputs() {
        return Arbitraries.of("[]", "[{\"name\":\"lower\"}]", "[{}]", "[7]", "[{\"name\":null,\"parameters\":[]}]");
    }

    private static Arbitrary<String> tensors() {
        return tensor().list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]");
    }

    private static Arbitrary<String> tensor() {
        Arbitrary<String> names =
                Arbitraries.of("\"features\"", "\"feature_names\"", "\"pathway:EGFR\"", "\"\"", "null", "3");
        Arbitrary<String> types =
                Arbitraries.of("\"FP64\"", "\"FP32\"", "\"BYTES\"", "\"INT64\"", "\"BOOL\"", "null", "{}");
        return Combinators.combine(names, types, shapes(), data(3))
                .as((name, type, shape, data) ->
                        "{\"name\":%s,\"datatype\":%s,\"shape\":%s,\"data\":%s}".formatted(name, type, shape, data));
    }

    private static Arbitrary<String> shapes() {
        Arbitrary<String> size = Arbitraries.of(
                "0", "1", "2", "337", "-1", "2147483647", "9223372036854775807", "1e3", "1.5", "null", "\"1\"");
        return Arbitraries.oneOf(
                List.of(size.list().ofMaxSize(6).map(list -> "[" + String.join(",", list) + "]"), scalars()));
    }

    private static Arbitrary<String> data(int depth) {
        Arbitrary<String> element =
                depth == 0 ? scalars() : Arbitraries.oneOf(List.of(scalars(), Arbitraries.lazy(() -> data(depth - 1))));
        return element.list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]");
    }

    private static Arbitrary<String> scalars() {
        return Arbitraries.of(
                "0",
                "1",
                "-2.5",
                "1e999",
                "-1e400",
                "1e-400",
                "NaN",
                "null",
                "true",
                "\"x\"",
                "\"\\u0000\"",
                "{}",
                "[]",
                "[[[[]]]]",
                "99999999999999999999999999");
    }
}
