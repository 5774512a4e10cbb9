package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of {@link SparkStart} stand wherever else a driver or an executor is started. */
class SparkOptionsTest {
    private static final Path CLONE = Path.of("../..");
    private static final Pattern COMPILER = Pattern.compile("-XX:(?:MaxInlineLevel|FreqInlineSize)=\\d+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s/components/rescore-pods/executor.yaml",
                "deploy/images/build",
                "deploy/local/src/main/java/org/fenton/local/command/CommandLineModule.java"
            })
    void compilersBoundsAreTheSame(String file) throws IOException {
        assertEquals(found(COMPILER, SparkStart.options()), found(COMPILER, Files.readString(CLONE.resolve(file))));
        assertEquals(2, found(COMPILER, SparkStart.options()).size());
    }

    @Test
    void anExecutorsPodHasThemAll() throws IOException {
        List<String> lines = Files.readAllLines(CLONE.resolve("k8s/components/rescore-pods/executor.yaml")).stream()
                .map(String::strip)
                .toList();
        List<String> options = Arrays.asList(SparkStart.options().split(" "));
        assertTrue(options.size() > 10, "options: " + options);
        assertEquals(
                List.of(),
                options.stream()
                        .filter(option -> !lines.contains("- " + option))
                        .toList());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
