package org.fenton.learning.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ImportScreenCliTest {
    @Test
    void theDeclarationOfTheResponseIsNeverLeftOut() {
        StringWriter err = new StringWriter();
        CommandLine cli = LearningCli.commandLine();
        cli.setErr(new PrintWriter(err));
        assertEquals(2, cli.execute("import-screen", "screen.tsv"));
        assertEquals(
                "fenton import-screen: Missing required option: '--response=SCALE'; see fenton import-screen --help",
                err.toString().strip());
    }
}
