package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fenton.local.Clone;
import org.junit.jupiter.api.Test;

/** A service that would let strangers in does not start: it says why in one line and ends. */
class RefusedStartTest {
    private static final long PATIENCE_SECONDS = 120;

    @Test
    void withoutAnIssuer() throws IOException, InterruptedException {
        refused(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1"), "Not started: no issuer of tokens: set FENTON_ACCESS_ISSUER");
    }

    @Test
    void withoutSecurityOnAnAddressThatOthersReach() throws IOException, InterruptedException {
        refused(
                Map.of("QUARKUS_HTTP_HOST", "0.0.0.0", "FENTON_SECURITY", "off"),
                "Not started: FENTON_SECURITY=off is for loopback only");
    }

    private static void refused(Map<String, String> variables, String line) throws IOException, InterruptedException {
        Path model = Clone.ROOT.resolve("services/model/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", model.toString());
        Path output = Files.createTempFile("refused", ".log");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("FENTON_") || key.startsWith("QUARKUS_"));
        builder.environment()
                .put("FENTON_BUNDLE", Clone.ROOT.resolve("bundles/zip-1").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(variables);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> said = Files.readAllLines(output);
        assertTrue(ended, () -> "still running: " + said);
        assertEquals(1, said.stream().filter(each -> each.startsWith(line)).count(), said::toString);
        assertTrue(said.stream().noneMatch(each -> each.startsWith("\tat ")), said::toString);
        assertEquals(1, process.exitValue(), said::toString);
    }
}
