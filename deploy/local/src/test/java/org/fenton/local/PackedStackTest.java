package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** What {@code fenton up --pack} starts: the catalog with the pack's facts, the gateway with its policy. */
class PackedStackTest {
    private static final Path PACK = Clone.ROOT.resolve("services/catalog/src/test/resources/packs/bcl2-fixture");
    private static final String CASE =
            "{\"format\":\"fenton-case/1\",\"oncotree\":\"HCC\",\"reported\":{\"scale\":\"zscore\","
                    + "\"activities\":[{\"network\":\"collectri\",\"source\":\"STAT3\",\"score\":4},"
                    + "{\"network\":\"collectri\",\"source\":\"STAT1\",\"score\":-3}]}}";

    @TempDir
    Path data;

    private LocalStack started(Path pack) {
        StackSettings settings = new StackSettings(
                        new FentonHome(Clone.ROOT, data),
                        StackPorts.free(),
                        Clone.ROOT.resolve("bundles/zip-1"),
                        Lifetime.WITH_LAUNCHER)
                .with(Optional.of(pack));
        return LocalStack.start(settings, Progress.on(System.out));
    }

    /** Nothing runs afterwards, and no log holds a trace. */
    private void refused(String file, String text, String log, String line) throws IOException {
        Path pack = Files.createDirectory(data.resolve("faulty-pack"));
        Files.writeString(pack.resolve(file), text);
        LauncherFailure failure = assertThrows(LauncherFailure.class, () -> started(pack));
        assertEquals(LauncherFailure.INPUT, failure.exitCode(), failure::getMessage);
        assertTrue(
                failure.getMessage().startsWith(line.formatted(pack.resolve(file)))
                        && !failure.getMessage().contains("\n"),
                failure::getMessage);
        List<String> said = Files.readAllLines(data.resolve("logs").resolve(log));
        assertTrue(said.stream().noneMatch(each -> each.startsWith("\tat ")), said::toString);
    }

    @Test
    void aFaultyTableIsOneLineAndNoTrace() throws IOException {
        refused(
                "classes.tsv",
                "id\tname\tparent\nx\tx\tnowhere\n",
                "catalog.log",
                "catalog: Not started: nothing was written: %s:2 ");
    }

    @Test
    void aFaultyPolicyIsOneLineAndNoTrace() throws IOException {
        refused(
                "policy.json",
                "{\"id\":\"p\",\"wieghts\":{}}",
                "gateway.log",
                "gateway: Not started: the policy %s: /wieghts");
    }

    @Test
    void bothServicesAnswerWithIt() {
        try (LocalStack stack = started(PACK)) {
            String ranked = ranked(stack, CASE);
            assertTrue(ranked.contains("testclax-one"), "a drug of the pack");
            assertTrue(ranked.contains("bcl-2 dependence"), "a term of the pack's policy");
            String own = ranked(
                    stack,
                    CASE.replace(
                            "\"oncotree\"",
                            "\"goal\":\"RESTORE_FIXTURE_DEATH\",\"preferences\":{\"weights\":{\"bcl-2 dependence\":4}},"
                                    + "\"oncotree\""));
            assertTrue(own.contains("\"goal\":\"RESTORE_FIXTURE_DEATH\""), "a goal of the pack");
            assertTrue(own.contains("Promotes fixture-death: "), "its process");
            assertTrue(own.contains("\"policy\":\"bcl2-fixture-1+preferences\""), "its term re-weighed");
        }
    }

    private static String ranked(LocalStack stack, String json) {
        byte[] answer = new RankClient(stack.gateway())
                .rank(json.getBytes(StandardCharsets.UTF_8), "application/json", OptionalInt.of(20));
        return new String(answer, StandardCharsets.UTF_8);
    }
}
