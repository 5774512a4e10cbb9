package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A later version has migrated both schemas and was rolled back: today's services start on what it left, read, and write.
 */
class RollbackTest {
    /** What a migration may do by the rule, on tables that are read and written all the time. */
    private static final Map<String, String> LATER = Map.of(
            "catalog",
                    "alter table catalog.drug add column of_a_later_version text;"
                            + " create table catalog.of_a_later_version (id int primary key)",
            "gateway",
                    "alter table gateway.decision_payload add column of_a_later_version boolean not null default false;"
                            + " create table gateway.of_a_later_version (id int primary key)");

    @TempDir
    Path data;

    /** On as many processors as the services are told that there are: the bytes may not depend on it. */
    private LocalStack startedOn(int cores, String leaving) {
        return LocalStack.start(
                new StackSettings(
                                new FentonHome(Clone.ROOT, data),
                                StackPorts.free(),
                                Clone.ROOT.resolve("bundles/zip-1"),
                                Lifetime.WITH_LAUNCHER)
                        .with(Map.of(
                                "JAVA_TOOL_OPTIONS",
                                "-XX:ActiveProcessorCount=" + cores,
                                "QUARKUS_SHUTDOWN_DELAY",
                                leaving)),
                Progress.on(System.out));
    }

    private static void migrateAsALaterVersionWould(LocalStack stack) throws Exception {
        int port = stack.state().member(LocalStack.POSTGRES).port();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/fenton?user=postgres&password=local";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> schema : LATER.entrySet()) {
                statement.execute(schema.getValue());
                statement.execute("insert into " + schema.getKey() + ".flyway_schema_history select"
                        + " max(installed_rank) + 1, '9000', 'of a later"
                        + " version', 'SQL', 'V9000__later.sql', 42,"
                        + " 'postgres',"
                        + " now(),"
                        + " 1, true"
                        + " from"
                        + " " + schema.getKey() + ".flyway_schema_history");
            }
        }
    }

    private static HttpResponse<byte[]> ranked(LocalStack stack) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stack.gateway().resolve("/v1/rankings?top=5"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(
                        Clone.ROOT.resolve("deploy/local/examples/h1975-wz4002-resistant.json")))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    /** For as long as the platform says; a client that keeps its connection is asked for another, and loses no call. */
    private static void assertGoesOnAnsweringWhenToldToEnd(LocalStack stack) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest any =
                HttpRequest.newBuilder(stack.gateway().resolve("/service-info")).build();
        assertEquals(
                Optional.empty(),
                client.send(any, BodyHandlers.ofString()).headers().firstValue("connection"));
        ProcessHandle gateway =
                ProcessHandle.of(stack.state().member(LocalStack.GATEWAY).pid()).orElseThrow();
        gateway.destroy();
        Optional<String> asked = Optional.empty();
        while (asked.isEmpty()) {
            HttpResponse<String> answer = client.send(any, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            asked = answer.headers().firstValue("connection");
            Thread.sleep(50);
        }
        assertEquals(Optional.of("close"), asked);
        // nobody waits for what was to be shown
        for (String service : List.of(LocalStack.GATEWAY, LocalStack.MODEL, LocalStack.CATALOG)) {
            ProcessHandle.of(stack.state().member(service).pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void todaysServicesWorkOnTheSchemaOfALaterVersion() throws Exception {
        String before;
        String record;
        try (LocalStack stack = startedOn(2, "20S")) {
            HttpResponse<byte[]> answer = ranked(stack);
            before = new String(answer.body());
            record = answer.headers().firstValue("Location").orElseThrow();
            migrateAsALaterVersionWould(stack);
            assertEquals(before, new String(ranked(stack).body()), "the old replica beside the new one");
            assertGoesOnAnsweringWhenToldToEnd(stack);
        }
        try (LocalStack stack = startedOn(1, "0S")) {
            assertEquals(before, new String(ranked(stack).body()), "rolled back, on one core instead of two");
            HttpRequest read = HttpRequest.newBuilder(
                            stack.gateway().resolve(URI.create(record).getPath()))
                    .build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(read, BodyHandlers.ofByteArray())
                            .statusCode());
        }
    }
}
