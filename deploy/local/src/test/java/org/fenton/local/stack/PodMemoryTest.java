package org.fenton.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fenton.local.Clone;
import org.fenton.local.home.FentonHome;
import org.junit.jupiter.api.Test;

/** What was measured with the launcher is what a pod runs with. */
class PodMemoryTest {
    private static final ImageRoots IMAGES =
            new ImageRoots(new FentonHome(Clone.ROOT, Path.of("none")), Path.of("none"));

    @Test
    void theGatewaysPodHasTheHeapOfTheLauncher() throws IOException {
        List<String> heap =
                podOptions().filter(option -> option.startsWith("-Xm")).toList();
        assertEquals(ServiceProcess.HEAP.get(LocalStack.GATEWAY), heap);
        assertTrue(podOptions().anyMatch("-XX:+UseSerialGC"::equals));
    }

    @Test
    void itsLimitLeavesAThirdForEverythingElse() throws IOException {
        String heap = podOptions()
                .filter(option -> option.startsWith("-Xmx"))
                .findFirst()
                .orElseThrow();
        assertTrue(heap.endsWith("g"), heap);
        long megabytes = 1024 * Long.parseLong(heap.replaceAll("\\D", ""));
        assertEquals(IMAGES.limitMegabytes(LocalStack.GATEWAY), megabytes * 3 / 2);
    }

    private static Stream<String> podOptions() throws IOException {
        return Files.readAllLines(Clone.ROOT.resolve("k8s/base/config/gateway.env")).stream()
                .filter(line -> line.startsWith("JAVA_TOOL_OPTIONS="))
                .flatMap(line -> Stream.of(line.split("=", 2)[1].split(" ")));
    }
}
