package org.fenton.gateway;

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
import java.util.Map;

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

    private EmbeddedPostgres database;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            database = EmbeddedPostgres.builder().start();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] release = release();
            server.createContext("/v1/releases/current/lines", exchange -> {
                exchange.getResponseHeaders().add("ETag", "\"test-release\"");
                boolean known =
                        "\"test-release\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                answer(exchange, known ? 304 : 200, "application/x-ndjson", known ? new byte[0] : release);
            });
            model("/v1/predictions", "model/examples/predictions-contrast-response.json");
            model("/v1/pathway-activities", "model/examples/activities-contrast-response.json");
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

    private void model(String path, String example) throws IOException {
        byte[] body = Files.readAllBytes(EXAMPLES.resolve(example));
        server.createContext(path, exchange -> answer(exchange, modelAnswers ? 200 : 503, "application/json", body));
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
        try {
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
