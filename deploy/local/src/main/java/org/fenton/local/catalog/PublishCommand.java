package org.fenton.local.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenton.local.catalog.CatalogClient.Refused;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the facts of now the current release.",
            "A drug that is dropped and a direction that turns need a reason each; without it nothing is published."
        })
final class PublishCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogAddress address;

    @Option(
            names = "--reason",
            paramLabel = "TYPE:ID=TEXT",
            description = "Why one item is dropped or turned; may be repeated.")
    private List<String> reasons = List.of();

    @Option(
            names = "--reasons",
            paramLabel = "FILE",
            description = "The same as tab-separated lines type, id, reason under that header.")
    private Path file;

    PublishCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode all = body.putArray("reasons");
        for (String given : reasons) {
            int colon = given.indexOf(':');
            int equals = given.indexOf('=', colon + 1);
            if (colon < 1 || equals < 0) {
                throw LauncherFailure.input("--reason '" + given + "' should be TYPE:ID=TEXT");
            }
            add(all, given.substring(0, colon), given.substring(colon + 1, equals), given.substring(equals + 1));
        }
        if (file != null) {
            readFile(all);
        }
        CatalogClient catalog = address.client(home);
        try {
            String before = catalog.get("/v1/releases/current").path("id").asText();
            String id = catalog.post("/v1/releases", body).path("id").asText();
            if (id.equals(before)) {
                spec.commandLine().getErr().println("fenton: nothing to publish: the facts are those of this release");
            }
            spec.commandLine().getOut().println(id);
            return 0;
        } catch (Refused refused) {
            JsonNode errors = refused.problem().path("errors");
            if (errors.isEmpty()) {
                throw refused.inOneLine();
            }
            var err = spec.commandLine().getErr();
            err.println("fenton: " + refused.getMessage());
            errors.forEach(error -> err.println("  " + error.path("detail").asText() + option(error)));
            return LauncherFailure.INPUT;
        }
    }

    /** What to write on the next try, where the catalog answers with the reason to fill in. */
    private static String option(JsonNode error) {
        try {
            JsonNode due = JSON.readTree(error.path("suggestion").asText());
            return due.has("reason")
                    ? "; --reason " + due.path("type").asText() + ":'"
                            + due.path("id").asText() + "=…'"
                    : "";
        } catch (JsonProcessingException words) {
            return "; perhaps: " + error.path("suggestion").asText();
        }
    }

    private void readFile(ArrayNode all) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw LauncherFailure.input("no file " + file);
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (i == 0 && lines.get(0).equals("type\tid\treason")
                    || lines.get(i).isBlank()) {
                continue;
            }
            if (cells.length != 3 || i == 0) {
                throw LauncherFailure.input(file + ":" + (i + 1) + " should be type, id and reason, separated by tabs"
                        + (i == 0 ? ", under the header type, id, reason" : ""));
            }
            add(all, cells[0], cells[1], cells[2]);
        }
    }

    private static void add(ArrayNode all, String type, String id, String reason) {
        all.addObject().put("type", type).put("id", id).put("reason", reason);
    }
}
