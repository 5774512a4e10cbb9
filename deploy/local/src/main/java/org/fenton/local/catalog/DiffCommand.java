package org.fenton.local.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fenton.local.catalog.CatalogClient.Refused;
import org.fenton.local.home.FentonHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what two releases hold differently, field by field, with the recorded reasons.",
            "A and B are release ids, instants or `current`; B may be `draft`, what a publication would publish now."
        })
final class DiffCommand implements Callable<Integer> {
    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogAddress address;

    @Parameters(index = "0", paramLabel = "A")
    private String before;

    @Parameters(index = "1", paramLabel = "B")
    private String after;

    @Option(names = "--html", paramLabel = "FILE", description = "Save the page to read instead.")
    private Path html;

    @Option(names = "--ndjson", description = "Print every change as a JSON line instead.")
    private boolean ndjson;

    DiffCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        CatalogClient catalog = address.client(home);
        String path = "/v1/releases/" + CatalogClient.escaped(before) + "/diff/" + CatalogClient.escaped(after);
        try {
            if (html != null) {
                try (InputStream page = catalog.open(path, "text/html")) {
                    Files.copy(page, html, StandardCopyOption.REPLACE_EXISTING);
                }
            } else if (ndjson) {
                try (InputStream lines = catalog.open(path, "application/x-ndjson")) {
                    lines.transferTo(System.out);
                    System.out.flush();
                }
            } else {
                print(catalog.get(path));
            }
            return 0;
        } catch (Refused refused) {
            throw refused.inOneLine();
        }
    }

    private void print(JsonNode diff) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("before " + diff.path("before").asText());
        out.println("after  " + diff.path("after").asText());
        if (diff.path("counts").isEmpty()) {
            out.println("the same facts");
        }
        for (JsonNode change : diff.path("changes")) {
            String what = change.path("change").asText().toLowerCase(Locale.ROOT);
            out.println(what + " " + change.path("type").asText() + " "
                    + change.path("id").asText());
            for (JsonNode field : change.path("fields")) {
                out.println("  " + field.path("pointer").asText() + ": " + shown(field, "before") + " -> "
                        + shown(field, "after"));
            }
            change.path("reasons").forEach(reason -> out.println("  reason: " + reason.asText()));
        }
        if (!diff.path("complete").asBoolean(true)) {
            out.println("and more: --ndjson prints all");
        }
        out.flush();
    }

    private static String shown(JsonNode field, String side) {
        return field.has(side) ? field.path(side).toString() : "(absent)";
    }
}
