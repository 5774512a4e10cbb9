package org.fenton.learning.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluationsCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int evaluations() {
        CommandLine cli = LearningCli.commandLine();
        cli.setOut(new PrintWriter(out, true));
        cli.setErr(new PrintWriter(err, true));
        return cli.execute("evaluations", folder.toString());
    }

    @Test
    void oneLineAProtocolWithTheStrongestBaselineThatAnswersEveryRow() throws IOException {
        Files.writeString(folder.resolve("deepdds-leave-drug.json"), """
                {"protocol":"deepdds-leave-drug","aims":{"roc_auc":0.8,"pearson":0.5},"floor":"lookup .735",
                 "model":{"rows":10,"undefined_rows":0,"roc_auc":{"value":0.81,"lower":0.7,"upper":0.9}},
                 "baselines":{
                  "base-rate-lookup":{"rows":5,"undefined_rows":5,"roc_auc":{"value":0.9,"lower":0.8,"upper":1}},
                  "drug-mean":{"rows":10,"undefined_rows":0,"roc_auc":{"value":0.6,"lower":0.5,"upper":0.7}},
                  "one-hot-boosting":{"rows":10,"undefined_rows":0,"roc_auc":{"value":0.7,"lower":0.6,"upper":0.8}}},
                 "uncertainty":{"nominal_coverage":0.9,"coverage":{"rows":10,"coverage":0.912,"set_size":1.5}}}
                """);
        assertEquals(0, evaluations());
        assertEquals(
                "| `deepdds-leave-drug` | 0.810 [0.700, 0.900] | – | – | – | 0.912 of 0.90 |"
                        + " one-hot-boosting 0.700 [0.600, 0.800] | lookup .735 |"
                        + " roc_auc ≥ 0.800 reached; pearson ≥ 0.500 missed |",
                out.toString().lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void aDirectoryWithoutReportsIsAnError() {
        assertEquals(2, evaluations());
        assertTrue(err.toString().contains("no report of a protocol in " + folder), err.toString());
    }
}
