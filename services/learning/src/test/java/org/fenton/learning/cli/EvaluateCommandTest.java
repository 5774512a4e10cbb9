package org.fenton.learning.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter errors = new StringWriter();

    private int evaluate(String protocol, Path data) throws IOException {
        Path release = Files.writeString(directory.resolve("release.jsonl"), """
                {"id":"lung","kind":"TUMOUR","name":"lung","oncotree":["LUNG"],"type":"scope"}
                """);
        CommandLine cli = LearningCli.commandLine();
        cli.setErr(new PrintWriter(errors, true));
        return cli.execute(
                "evaluate",
                "--protocol",
                protocol,
                "--data",
                data.toString(),
                "--release",
                release.toString(),
                "--out",
                directory.resolve("figures.json").toString());
    }

    @Test
    void anUnknownProtocolIsRefusedWithTheKnownOnes() throws IOException {
        assertEquals(2, evaluate("deepdds-leave-nothing", directory));
        assertTrue(errors.toString().contains("deepdds-leave-drug"), errors.toString());
        assertTrue(errors.toString().contains("zip-leave-drug"), errors.toString());
    }

    @Test
    void aMissingFileIsNamedOnOneLineAndNothingIsWritten() throws IOException {
        assertEquals(2, evaluate("oneil-deepsynergy-folds", directory));
        assertTrue(errors.toString().contains("lacks "), errors.toString());
        assertEquals(1, errors.toString().lines().count());
        assertFalse(Files.exists(directory.resolve("figures.json")));
        assertFalse(Files.exists(directory.resolve("figures.json.work")));
    }

    @Test
    void aMissingDirectoryIsNamed() throws IOException {
        assertEquals(2, evaluate("sanger-leave-pair", directory.resolve("nowhere")));
        assertTrue(errors.toString().contains("nowhere"), errors.toString());
    }
}
