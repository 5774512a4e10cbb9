package org.fenton.local.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fenton.local.catalog.CatalogClient.Refused;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a file of rows of one type into the catalog: all of it or nothing.",
            "The same file twice changes nothing. Columns: those of `fenton catalog export --what TYPE`."
        },
        footer = "What is imported is public only once it is published: fenton catalog publish")
final class ImportCommand implements Callable<Integer> {
    static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "tsv", "text/tab-separated-values",
            "jsonl", "application/x-ndjson",
            "ndjson", "application/x-ndjson");

    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogAddress address;

    @Parameters(paramLabel = "FILE", description = "UTF-8; .csv, .tsv, .jsonl or .ndjson.")
    private Path file;

    @Option(names = "--type", required = true, paramLabel = "TYPE", description = "What a row is: drug, edge, claim, …")
    private String type;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, tsv or jsonl. Default: the file's ending.")
    private String format;

    @Option(names = "--dry-run", description = "Check everything, write nothing.")
    private boolean dryRun;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "50",
            description = "Faults to print. Default: ${DEFAULT-VALUE}.")
    private int show;

    ImportCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws FileNotFoundException {
        if (!Files.isRegularFile(file)) {
            throw LauncherFailure.input("no file " + file);
        }
        String path = "/v1/imports?type=" + CatalogClient.escaped(type) + (dryRun ? "&dryRun=true" : "");
        String mediaType = mediaType();
        try {
            JsonNode done = address.client(home).post(path, mediaType, BodyPublishers.ofFile(file));
            spec.commandLine().getOut().println(said(done));
            return 0;
        } catch (Refused refused) {
            if (!refused.problem().path("faults").isArray()) {
                throw refused.inOneLine();
            }
            report(refused.problem());
            return LauncherFailure.INPUT;
        }
    }

    private String mediaType() {
        String name = file.getFileName().toString();
        String ending = format != null ? format : name.substring(name.lastIndexOf('.') + 1);
        String mediaType = MEDIA_TYPES.get(ending.toLowerCase(Locale.ROOT));
        if (mediaType == null) {
            throw LauncherFailure.input("'" + ending + "' is no format: --format csv, tsv or jsonl");
        }
        return mediaType;
    }

    private String said(JsonNode done) {
        String claims = done.has("claims")
                ? "; claims made of them: %d added, %d changed, %d removed"
                        .formatted(
                                done.at("/claims/added").asInt(),
                                done.at("/claims/changed").asInt(),
                                done.at("/claims/removed").asInt())
                : "";
        return "%s %s: %d rows of %s: %d added, %d changed, %d unchanged%s"
                .formatted(
                        dryRun ? "nothing is written; importing would do this:" : "imported",
                        file,
                        done.path("rows").asInt(),
                        type,
                        done.path("added").asInt(),
                        done.path("changed").asInt(),
                        done.path("unchanged").asInt(),
                        claims);
    }

    private void report(JsonNode refusal) {
        var err = spec.commandLine().getErr();
        long count = refusal.path("faultCount").asLong();
        err.println("fenton: " + file + ": " + count + (count == 1 ? " fault" : " faults") + ", nothing was written");
        int shown = 0;
        for (JsonNode fault : refusal.path("faults")) {
            if (shown++ == show) {
                break;
            }
            String column = fault.has("column") ? " [" + fault.path("column").asText() + "]" : "";
            String suggestion = fault.has("suggestion")
                    ? "; perhaps: " + fault.path("suggestion").asText()
                    : "";
            err.println(file + ":" + fault.path("line").asInt() + column + " "
                    + fault.path("reason").asText() + suggestion);
        }
        if (count > show) {
            err.println("and " + (count - show) + " more (--show N)");
        }
    }
}
