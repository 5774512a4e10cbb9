package org.fenton.learning.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenton.learning.evaluation.Protocol;
import org.fenton.learning.evaluation.ReportsTable;
import org.fenton.learning.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one table of the reports that {@code fenton evaluate --protocol all} wrote. */
@Command(
        name = "evaluations",
        mixinStandardHelpOptions = true,
        description = "Prints one table of the reports in a directory that 'evaluate --protocol all' wrote.")
final class EvaluationsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory with <protocol>.json files.")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        List<JsonNode> reports = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            Path file = directory.resolve(protocol.key() + ".json");
            if (Files.exists(file)) {
                reports.add(Json.read(Files.readAllBytes(file), JsonNode.class));
            }
        }
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("no report of a protocol in " + directory);
        }
        spec.commandLine().getOut().print(ReportsTable.markdown(reports));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
