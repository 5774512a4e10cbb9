package org.fenton.local.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.fenton.local.Clone;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement of provenance signed with an operator's key: whatever is changed afterwards is noticed. */
class SignedProvenanceTest {
    private static final String SIGN = Clone.ROOT.resolve("deploy/images/sign").toString();

    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(keys.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private Ended verified() throws Exception {
        return run(SIGN, "--verify", "public.pem", folder.toString());
    }

    private static void key(String name) throws Exception {
        run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", name + "private.pem");
        run("openssl", "pkey", "-in", name + "private.pem", "-pubout", "-out", name + "public.pem");
    }

    @BeforeAll
    static void twoOperatorsHaveKeys() throws Exception {
        boolean tool = true;
        try {
            run("openssl", "version");
        } catch (IOException none) {
            tool = false;
        }
        Assumptions.assumeTrue(tool, "SKIPPED: openssl is not on PATH, so signing was NOT tested");
        key("");
        key("another-");
    }

    @BeforeEach
    void anImageIsBuiltAndSigned() throws Exception {
        byte[] manifest = "{}".getBytes(StandardCharsets.US_ASCII);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(manifest));
        Path blobs = Files.createDirectories(folder.resolve("model/blobs/sha256"));
        Files.write(blobs.resolve(digest), manifest);
        Files.writeString(
                folder.resolve("model/index.json"), "{\"manifests\":[{\"digest\":\"sha256:" + digest + "\"}]}");
        Files.writeString(
                folder.resolve("model.provenance.json"),
                "{\"subject\": [{\"digest\": {\"sha256\": \"" + digest + "\"}}], \"by\": \"the builder\"}\n");
        assertEquals(0, run(SIGN, "--key", "private.pem", folder.toString()).code());
    }

    @Test
    void whatWasSignedIsVerified() throws Exception {
        Ended ended = verified();
        assertEquals(0, ended.code(), ended.said());
        assertTrue(ended.said().startsWith("model sha256:"), ended.said());
    }

    @Test
    void anotherStatementOrAnotherKeyIsNoticed() throws Exception {
        Path envelope = folder.resolve("model.intoto.json");
        String signed = Files.readString(envelope);
        Ended ended = run(SIGN, "--verify", "another-public.pem", folder.toString());
        assertEquals(1, ended.code(), ended.said());
        Files.writeString(envelope, signed.replaceFirst("\"payload\":\"e", "\"payload\":\"f"));
        assertEquals(1, verified().code());
        Files.delete(envelope);
        assertEquals(1, verified().code());
    }

    @Test
    void anotherImageIsNoticed() throws Exception {
        Path index = folder.resolve("model/index.json");
        String whole = Files.readString(index);
        Files.writeString(index, "{\"manifests\":[{\"digest\":\"sha256:" + "0".repeat(64) + "\"}]}");
        assertEquals(1, verified().code());
        Files.writeString(index, whole);
        try (var blobs = Files.list(folder.resolve("model/blobs/sha256"))) {
            Files.writeString(blobs.findFirst().orElseThrow(), "{ }");
        }
        Ended ended = verified();
        assertEquals(1, ended.code(), ended.said());
    }

    @Test
    void whatIsNoKeyIsRefusedAndNothingIsSigned() throws Exception {
        Files.delete(folder.resolve("model.intoto.json"));
        assertEquals(2, run(SIGN, "--key", "public.pem", folder.toString()).code(), "a public key signs nothing");
        assertEquals(2, run(SIGN, "--key", "missing.pem", folder.toString()).code());
        assertTrue(Files.notExists(folder.resolve("model.intoto.json")));
    }
}
