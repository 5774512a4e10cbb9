package org.fenton.learning.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.learning.SyntheticScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benchmark runs, ends in one JSON object and finds the same answers everywhere; its times are not asserted. */
class BenchScoreTest {
    @TempDir
    Path folder;

    @Test
    void everyPathGivesTheSameAnswers() throws IOException {
        SyntheticScreen.bundle().write(folder.resolve("bundle"));
        Path drugs = Files.writeString(folder.resolve("drugs.tsv"), "name\tsmiles\none\tCCO\ntwo\tCCN\nthree\tCCCC\n");
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int exit = new CommandLine(new BenchScore())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .execute(
                        "--bundle",
                        folder.resolve("bundle").toString(),
                        "--drugs",
                        drugs.toString(),
                        "--rows",
                        "300",
                        "--candidates",
                        "50");
        assertEquals(0, exit, error.toString());
        String last = out.toString().lines().reduce((first, second) -> second).orElseThrow();
        JsonNode figures = new ObjectMapper().readTree(last);
        assertTrue(figures.findPath("largestDifferenceToTribuo").asDouble(1) <= 1e-6, last);
        assertEquals(50, figures.path("oneCase").path("answered").asInt());
        assertTrue(figures.findPath("rowsPerSecond").asDouble() > 0);
        assertTrue(out.toString().contains("(aim 1e-06)"), out.toString());
    }
}
