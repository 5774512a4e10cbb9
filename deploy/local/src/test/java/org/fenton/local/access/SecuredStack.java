package org.fenton.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fenton.local.Clone;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;

/** The three real jars as in production, with tokens asked for; one stack for all tests of who may do what. */
final class SecuredStack {
    static final String TENANT = "north";
    static final String OTHER_TENANT = "south";
    static final String STRANGE_TENANT = "elsewhere";

    final TestKey key = new TestKey("key-1");
    final TestIssuer issuer;
    final SpanCollector collector;
    final LocalStack stack;
    final Path logs;
    /** The server's own HTTP/1.0 answer, after which it closes the connection without having said so. */
    private static final int ADDRESS_TOO_LONG = 414;

    private HttpClient http = client();

    private static SecuredStack shared;

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Started by the first test that needs it; the launcher's own hook ends it with the tests. */
    static synchronized SecuredStack shared() {
        if (shared == null) {
            shared = new SecuredStack();
        }
        return shared;
    }

    private SecuredStack() {
        try {
            Path data = Files.createTempDirectory("fenton-secured");
            issuer = new TestIssuer(key);
            collector = new SpanCollector();
            Path clients = Files.writeString(data.resolve("cds-clients.json"), "{\"clients\":[]}");
            Path secret = Files.writeString(data.resolve("client-secret"), "not in any log");
            Map<String, String> variables = Map.ofEntries(
                    Map.entry("FENTON_SECURITY", "on"),
                    Map.entry("FENTON_ACCESS_ISSUER", TestIssuer.NAME),
                    Map.entry("FENTON_ACCESS_KEYS_URL", issuer.keysUrl()),
                    Map.entry("FENTON_ACCESS_TENANTS", TENANT + "," + OTHER_TENANT + ",fenton"),
                    Map.entry("FENTON_SERVICE_TOKEN_URL", issuer.tokenUrl()),
                    Map.entry("FENTON_SERVICE_TOKEN_CLIENT_SECRET_FILE", secret.toString()),
                    Map.entry("FENTON_GATEWAY_CDS_TRUST", "REQUIRED"),
                    Map.entry("FENTON_GATEWAY_CDS_CLIENTS", clients.toString()),
                    Map.entry("FENTON_RECORDS_ERASURE", "true"),
                    Map.entry("FENTON_LOG_JSON", "true"),
                    Map.entry("QUARKUS_OTEL_SDK_DISABLED", "false"),
                    Map.entry("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()),
                    Map.entry("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                    Map.entry("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms"));
            FentonHome home = new FentonHome(Clone.ROOT, data);
            logs = home.logs();
            stack = LocalStack.start(
                    new StackSettings(
                                    home,
                                    StackPorts.free(),
                                    Clone.ROOT.resolve("bundles/zip-1"),
                                    Lifetime.WITH_LAUNCHER)
                            .with(variables),
                    Progress.on(System.out));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    URI address(String service) {
        return stack.state().address(service);
    }

    /** @param token {@code null} for none */
    HttpResponse<byte[]> send(String method, URI address, String token, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == ADDRESS_TOO_LONG) {
                http = client();
            }
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + address, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
