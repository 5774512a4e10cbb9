package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.fenton.local.command.RankClient;
import org.fenton.local.home.FentonHome;
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

    @Test
    void bothServicesAnswerWithIt() {
        StackSettings settings = new StackSettings(
                        new FentonHome(Clone.ROOT, data),
                        StackPorts.free(),
                        Clone.ROOT.resolve("bundles/zip-1"),
                        Lifetime.WITH_LAUNCHER)
                .with(Optional.of(PACK));
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.out))) {
            byte[] answer = new RankClient(stack.gateway())
                    .rank(CASE.getBytes(StandardCharsets.UTF_8), "application/json", OptionalInt.of(20));
            String ranked = new String(answer, StandardCharsets.UTF_8);
            assertTrue(ranked.contains("testclax-one"), "a drug of the pack");
            assertTrue(ranked.contains("bcl-2 dependence"), "a term of the pack's policy");
        }
    }
}
