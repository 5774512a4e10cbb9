package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.fenton.local.command.RankClient;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rank, back up while the stack runs, lose everything, restore: every record is there and replays to the same bytes. */
class BackupTest {
    private static final Path EXAMPLE = Clone.ROOT.resolve("deploy/local/examples/h1975-wz4002-resistant.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private LocalStack started() {
        return LocalStack.start(
                new StackSettings(
                        new FentonHome(Clone.ROOT, data),
                        StackPorts.free(),
                        Clone.ROOT.resolve("bundles/zip-1"),
                        Lifetime.WITH_LAUNCHER),
                Progress.on(System.out));
    }

    private int fenton(String... arguments) {
        return Fenton.commandLine(new FentonHome(Clone.ROOT, data)).execute(arguments);
    }

    private static String ranked(LocalStack stack, String tumour) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(EXAMPLE.toFile());
        document.put("oncotree", tumour);
        HttpResponse<byte[]> answer = new RankClient(stack.gateway())
                .post(JSON.writeValueAsBytes(document), "application/json", OptionalInt.of(5));
        assertEquals(2, answer.statusCode() / 100);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<byte[]> ask(LocalStack stack, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.gateway().resolve(path))
                .method(method, BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private JsonNode verification(LocalStack stack) throws IOException, InterruptedException {
        return JSON.readTree(ask(stack, "GET", "/v1/decisions/verification").body());
    }

    @Test
    void whatWasBackedUpIsThereAgainAndReplays() throws Exception {
        Path file = data.resolve("kept/backup.zip");
        String first;
        byte[] record;
        String later;
        String head;
        try (LocalStack stack = started()) {
            first = ranked(stack, "LUAD");
            record = ask(stack, "GET", first).body();
            head = verification(stack).path("head").asText();
            assertEquals(0, fenton("backup", "--out", file.toString()));
            later = ranked(stack, "STAD");
            assertEquals(200, ask(stack, "GET", later).statusCode());
            assertEquals(1, fenton("restore", file.toString()), "restored under a running stack");
        }
        assertEquals(LauncherFailure.INPUT, fenton("restore", file.toString()), "replaced without being told to");
        assertEquals(LauncherFailure.INPUT, fenton("backup", "--out", file.toString()), "overwritten");

        new FentonHome(Clone.ROOT, data).deleteData();
        long begin = System.nanoTime();
        assertEquals(0, fenton("restore", file.toString()));
        try (LocalStack stack = started()) {
            System.out.printf("lost to ready: %.1f s%n", (System.nanoTime() - begin) / 1e9);
            JsonNode verification = verification(stack);
            assertTrue(verification.path("intact").asBoolean(), verification.toString());
            assertEquals(head, verification.path("head").asText());
            assertArrayEquals(record, ask(stack, "GET", first).body());
            assertEquals(404, ask(stack, "GET", later).statusCode(), "ranked after the backup");
            HttpResponse<byte[]> replay = ask(stack, "POST", first + "/replay");
            assertEquals("SAME", JSON.readTree(replay.body()).path("verdict").asText());
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndChangesNothing() throws Exception {
        Files.createDirectories(data.resolve("pg"));
        Files.writeString(data.resolve("pg/PG_VERSION"), "17\n");
        Path file = data.resolve("backup.zip");
        assertEquals(0, fenton("backup", "--out", file.toString()));
        assertEquals(0, fenton("restore", "--check", file.toString()));
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x20;
            Path other = Files.write(data.resolve("damaged.zip"), damaged);
            int code = fenton("restore", "--replace", other.toString());
            boolean harmless = code == 0;
            assertTrue(harmless || code == LauncherFailure.INPUT, "byte " + at + ": exit code " + code);
            assertEquals("17\n", Files.readString(data.resolve("pg/PG_VERSION")), "byte " + at);
            assertFalse(Files.exists(data.resolve("restoring")), "left behind at byte " + at);
        }
    }
}
