package org.fenton.catalog.signs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fenton.catalog.release.ShippedRelease;
import org.fenton.core.signs.SignAnswer;
import org.fenton.core.signs.SignCase;
import org.fenton.core.signs.SignCaseReader;
import org.fenton.core.signs.SignSuite;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sign suite over the shipped release; the whole table is written to target/sign-suite.tsv, the release beside it. */
class SignSuiteTest {
    private static SignSuite suite;

    @BeforeAll
    static void run() throws IOException {
        String release = ShippedRelease.lines();
        Files.writeString(Path.of("target/shipped-release.jsonl"), release);
        var knowledge = ReleaseReader.read(new ByteArrayInputStream(release.getBytes(StandardCharsets.UTF_8)));
        suite = SignSuite.run(knowledge, SignCaseReader.shipped(knowledge));
        Files.writeString(Path.of("target/sign-suite.tsv"), suite.table());
        System.out.printf(
                "sign suite: %d cases (%d row, %d composed), %d passed, %d failed, %d gaps%n",
                suite.answers().size(),
                suite.count(SignCase.Kind.ROW),
                suite.count(SignCase.Kind.COMPOSED),
                suite.count(SignAnswer.Status.PASSED),
                suite.count(SignAnswer.Status.FAILED),
                suite.count(SignAnswer.Status.GAP));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsAnsweredAsTheFileSays() {
        return suite.answers().stream()
                .map(answer -> DynamicTest.dynamicTest(
                        answer.signCase().id() + " " + answer.signCase().question(), () -> {
                            boolean asStated = answer.status() == SignAnswer.Status.PASSED
                                    || answer.status() == SignAnswer.Status.GAP;
                            assertTrue(asStated, () -> SignSuite.describe(answer));
                        }));
    }

    @Test
    void everyRequirementTestHasACase() {
        Set<String> covered = new TreeSet<>();
        suite.answers().forEach(answer -> covered.add(answer.signCase().id().split("-")[0]));
        IntStream.rangeClosed(1, 14).forEach(number -> assertTrue(covered.contains("T" + number), "T" + number));
    }

    @Test
    void theSuiteIsAsLargeAsPromised() {
        long others = suite.answers().stream()
                .filter(answer -> !answer.signCase().id().startsWith("T"))
                .count();
        assertTrue(others >= 60, "cases beside T1 to T14: " + others);
        assertEquals(
                suite.answers().size(),
                suite.count(SignAnswer.Status.PASSED) + suite.count(SignAnswer.Status.GAP),
                suite::exceptions);
    }
}
