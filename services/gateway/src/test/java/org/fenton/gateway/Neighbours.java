package org.fenton.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A real PostgreSQL, and a server that plays catalog and model with the very example files that their own tests assert.
 * What the examples lack for a ranking (sorafenib, a tumour, one more edge, two safety rules) is added below and is this test's own.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private static final Path EXAMPLES = Path.of("../../docs/api");
    private static final String OWN_LINES = """
        {"approval":"APPROVED","exposure":{"reachable":"UNKNOWN"},"id":"sorafenib","listings":[{"caveat":"disputed","className":"I system xc- (DISPUTED)","kind":"FERROPTOSIS_INDUCER","row":"inducers:5","state":"CONTESTED"}],"name":"sorafenib","patientUse":{"allowed":true},"targets":[{"assay":"stated target, no number","contested":true,"directness":"DIRECT","effect":"INHIBIT","node":"SLC7A11","source":"S-FDB"}],"type":"drug"}
        {"approval":"TOOL_COMPOUND","exposure":{"reachable":"UNKNOWN"},"id":"erastin","listings":[{"className":"I system xc-","kind":"FERROPTOSIS_INDUCER","row":"inducers:1","state":"TOOL"}],"name":"erastin","patientUse":{"allowed":false,"reason":"tool compound"},"type":"drug"}
        {"confidence":"B","ferroptosis":"SUPPRESSES","from":["SLC7A11"],"id":"X1","inferredModel":false,"level":"IN_VITRO","scopes":["general"],"sign":"-","source":"S","studies":["PMID:22632970"],"to":["ferroptosis"],"type":"edge"}
        {"action":"STOP","actionText":"do not start","appliesTo":{"drugs":["ruxolitinib"]},"category":"test","condition":"lab platelets < 50 10*9/L","confidence":"test","id":"T01","rationale":"made for this test","severity":"CRITICAL","source":"test","threshold":"50 10*9/L","trigger":"few platelets","type":"rule"}
        {"action":"AVOID","actionText":"choose another","appliesTo":{"drugs":["sorafenib"]},"category":"test","condition":"lab qtc > 500 ms","confidence":"test","id":"T02","rationale":"made for this test","severity":"HIGH","source":"test","threshold":"500 ms","trigger":"long QTc","type":"rule"}
        {"id":"HCC","name":"Hepatocellular Carcinoma","parent":"LIVER","tissue":"Liver","type":"tumour"}
        """;

    /** What the neighbours do at the moment; tests set it and set it back. */
    public static volatile boolean modelAnswers = true;

    public static volatile Mood model = Mood.ANSWERS;
    public static volatile Mood catalog = Mood.ANSWERS;

    /** Bundles that the model holds, the active one first; empty for the one of the example alone. */
    public static volatile List<String> bundles = List.of();

    /** How a neighbour behaves: well; 503; 500 in HTML; half of a JSON text; JSON that answers nothing; a cut line; silence. */
    public enum Mood {
        ANSWERS,
        REFUSES,
        BREAKS,
        GARBAGE,
        NONSENSE,
        CUTS,
        HANGS
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private EmbeddedPostgres database;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            database = EmbeddedPostgres.builder().start();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] release = release();
            server.setExecutor(threads);
            server.createContext("/v1/releases/current/lines", exchange -> {
                if (catalog != Mood.ANSWERS) {
                    fail(exchange, catalog);
                    return;
                }
                exchange.getResponseHeaders().add("ETag", "\"test-release\"");
                boolean known =
                        "\"test-release\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                answer(exchange, known ? 304 : 200, "application/x-ndjson", known ? new byte[0] : release);
            });
            JsonNode predictions =
                    JSON.readTree(EXAMPLES.resolve("model/examples/pair-predictions-contrast-response.json")
                            .toFile());
            model("/v1/pair-predictions", asked -> predictions(predictions, asked));
            byte[] activities =
                    Files.readAllBytes(EXAMPLES.resolve("model/examples/activities-contrast-response.json"));
            model("/v1/pathway-activities", asked -> activities);
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "fenton.gateway.public-url",
                "http://fenton.test",
                "fenton.gateway.cds.trust",
                "OFF",
                "quarkus.datasource.jdbc.url",
                database.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres",
                "fenton.catalog.url",
                address,
                "fenton.model.url",
                address);
    }

    private void model(String path, UnaryOperator<byte[]> answer) {
        server.createContext(path, exchange -> {
            Mood now = modelAnswers ? model : Mood.REFUSES;
            if (now != Mood.ANSWERS) {
                fail(exchange, now);
                return;
            }
            byte[] asked = exchange.getRequestBody().readAllBytes();
            String bundle = JSON.readTree(asked).path("bundle").asText();
            if (bundles.isEmpty() || bundle.isEmpty() || bundles.contains(bundle)) {
                answer(exchange, 200, "application/json", answer.apply(asked));
            } else {
                answer(exchange, 400, "application/problem+json", notHeld(bundle));
            }
        });
    }

    /** As the model service says it. */
    private static byte[] notHeld(String bundle) {
        return ("{\"type\":\"urn:problem:invalid-request\",\"status\":400,\"detail\":\"no bundle '" + bundle
                        + "'\",\"errors\":[{\"pointer\":\"/bundle\",\"detail\":\"no bundle '" + bundle + "'\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The example's first answer for every pair that is asked about; another bundle says something else of them. */
    private static byte[] predictions(JsonNode example, byte[] asked) {
        try {
            ObjectNode answer = example.deepCopy();
            if (!bundles.isEmpty()) {
                String bundle = JSON.readTree(asked).path("bundle").asText(bundles.get(0));
                answer.put("bundle", bundle).put("baseRate", 1.0 / (1 + bundle.length()));
            }
            ArrayNode remark = answer.putArray("remark");
            for (String column : List.of("probability", "lower", "upper")) {
                answer.putArray(column);
            }
            for (int i = JSON.readTree(asked).path("pairs").size(); i > 0; i--) {
                remark.add(example.path("remark").get(0));
                for (String column : List.of("probability", "lower", "upper")) {
                    answer.withArray(column).add(example.path(column).get(0));
                }
            }
            return JSON.writeValueAsBytes(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void fail(HttpExchange exchange, Mood mood) throws IOException {
        switch (mood) {
            case REFUSES -> answer(exchange, 503, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            case BREAKS -> answer(exchange, 500, "text/html", "<h1>Oops</h1>".getBytes(StandardCharsets.UTF_8));
            case GARBAGE -> answer(exchange, 200, "application/json", "{\"bundle\":".getBytes(StandardCharsets.UTF_8));
            case NONSENSE ->
                answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"bundle\":\"b\",\"head\":\"h\",\"baseRate\":7,\"remarks\":[]}"
                                .getBytes(StandardCharsets.UTF_8));
            case CUTS -> {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write('{');
                exchange.close();
            }
            case HANGS -> {
                pause();
                exchange.close();
            }
            case ANSWERS -> throw new IllegalStateException("that is no failure");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] release() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String example : new String[] {"line-drug.json", "line-edge.json", "line-claim.json"}) {
            lines.append(Files.readString(EXAMPLES.resolve("catalog/examples/" + example))
                            .replace("\n", ""))
                    .append('\n');
        }
        return lines.append(OWN_LINES).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
        try {
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
