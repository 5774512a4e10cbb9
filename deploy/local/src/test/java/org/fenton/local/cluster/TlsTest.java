package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.fenton.local.Clone;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.StackPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The component {@code tls}, with the real jars: each service gets the settings of its rendered ConfigMap, with this
 * machine's paths and ports in place of the cluster's names.
 */
class TlsTest {
    @TempDir
    Path folder;

    private final Authority authority = new Authority();
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process each : running) {
            each.destroy();
            if (!each.waitFor(20, TimeUnit.SECONDS)) {
                each.destroyForcibly().waitFor();
            }
        }
    }

    private void start(String service, Map<String, String> more) throws IOException {
        ports.put(service, StackPorts.free().gateway());
        Manifests release = Manifests.kept("release");
        JsonNode deployment = release.find("Deployment", service).orElseThrow();
        String map = deployment
                .at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name")
                .asText();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-jar",
                        new FentonHome(Clone.ROOT, folder).quarkusJar(service).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(service + ".log").toFile());
        for (var setting :
                release.find("ConfigMap", map).orElseThrow().path("data").properties()) {
            builder.environment().put(setting.getKey(), here(setting.getValue().asText()));
        }
        builder.environment().put("QUARKUS_HTTP_SSL_PORT", Integer.toString(ports.get(service)));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // who calls is another test's matter; without an issuer it is allowed on loopback only
        builder.environment().put("FENTON_SECURITY", "off");
        builder.environment().keySet().removeIf(name -> name.startsWith("FENTON_SERVICE_TOKEN"));
        builder.environment().putAll(more);
        running.add(builder.start());
    }

    /** The cluster's names as they are on this machine. */
    private String here(String value) {
        for (String callee : ports.keySet()) {
            value = value.replace("https://" + callee, "https://localhost:" + ports.get(callee));
        }
        return value.replace("/tls/", folder.resolve("tls") + "/")
                .replace("/opt/fenton/bundles", Clone.ROOT.resolve("bundles").toString());
    }

    private URI address(String service, String path) {
        return URI.create("https://localhost:" + ports.get(service) + path);
    }

    private void awaitReady(HttpClient http, String service) throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(address(service, "/q/health/ready")).build();
        for (int look = 0; look < 900; look++) {
            assertTrue(running.stream().allMatch(Process::isAlive), this::logs);
            try {
                if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
            Thread.sleep(200);
        }
        throw new AssertionError(service + " is not ready: " + logs());
    }

    /** What each service said last. */
    private String logs() {
        StringBuilder said = new StringBuilder();
        for (String service : ports.keySet()) {
            try {
                List<String> lines = Files.readAllLines(folder.resolve(service + ".log"));
                lines.subList(Math.max(0, lines.size() - 8), lines.size())
                        .forEach(line ->
                                said.append(service).append(": ").append(line).append('\n'));
            } catch (IOException gone) {
                said.append(service).append(": no log\n");
            }
        }
        return said.toString();
    }

    @Test
    void aRankingGoesThroughThreeServicesByTlsAlone() throws Exception {
        authority.issue(folder.resolve("tls"));
        HttpClient http =
                HttpClient.newBuilder().sslContext(authority.trusted()).build();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> database = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                    "QUARKUS_DATASOURCE_USERNAME", "postgres",
                    "QUARKUS_DATASOURCE_PASSWORD", "postgres");
            start("catalog", database);
            start("model", Map.of());
            // as in the launcher: the first call of a cold model on a busy machine takes seconds
            Map<String, String> patient = new HashMap<>(database);
            patient.put("QUARKUS_REST_CLIENT_MODEL_READ_TIMEOUT", "20000");
            for (String call : List.of("PREDICTIONS", "ACTIVITIES")) {
                patient.put("ORG_FENTON_GATEWAY_MODEL_MODELCALLS_" + call + "_TIMEOUT_VALUE", "20000");
            }
            start("gateway", patient);
            for (String service : List.of("model", "catalog", "gateway")) {
                awaitReady(http, service);
            }
            HttpRequest rank = HttpRequest.newBuilder(address("gateway", "/v1/rankings?top=5"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofFile(
                            Clone.ROOT.resolve("deploy/local/examples/h1975-wz4002-resistant.json")))
                    .build();
            HttpResponse<byte[]> answer = http.send(rank, BodyHandlers.ofByteArray());
            assertEquals(2, answer.statusCode() / 100, new String(answer.body()));
            assertEquals(
                    0,
                    new ObjectMapper().readTree(answer.body()).path("degraded").size(),
                    "asked the model by TLS");

            URI plain = URI.create("http://localhost:" + ports.get("gateway") + "/q/health/ready");
            assertThrows(IOException.class, () -> HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(plain).build(), BodyHandlers.discarding()));
            HttpClient ofAnotherAuthority = HttpClient.newBuilder()
                    .sslContext(new Authority().trusted())
                    .build();
            assertThrows(SSLException.class, () -> ofAnotherAuthority.send(rank, BodyHandlers.discarding()));
        }
    }
}
