package org.fenton.local.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.fenton.local.catalog.CatalogClient.Refused;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what the catalog knows to a file or to standard output.",
            "--what release: the canonical lines of a release; a type (drug, edge, claim, …): rows as `import` reads them;",
            "edge-list: regulators and their targets; claim-statements: claims in the manner of GA4GH VA-Spec."
        })
final class ExportCommand implements Callable<Integer> {
    private final FentonHome home;

    @Mixin
    private CatalogAddress address;

    @Option(
            names = "--what",
            required = true,
            paramLabel = "WHAT",
            description = "release, edge-list, claim-statements or a type.")
    private String what;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "tsv",
            description = "Of rows: csv, tsv or jsonl. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(
            names = "--as-of",
            paramLabel = "RELEASE",
            description = "A release id, an instant, or current. Default: the facts of now; for a release, current.")
    private String asOf;

    @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
    private Path out;

    ExportCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        try (InputStream body = address.client(home).open(path(), "*/*")) {
            if (out == null) {
                body.transferTo(System.out);
                System.out.flush();
            } else {
                save(body);
            }
            return 0;
        } catch (Refused refused) {
            throw refused.inOneLine();
        }
    }

    private String path() {
        if (what.equals("release")) {
            return "/v1/releases/" + CatalogClient.escaped(asOf == null ? "current" : asOf) + "/lines";
        }
        String past = asOf == null ? "" : "asOf=" + CatalogClient.escaped(asOf);
        if (what.equals("edge-list") || what.equals("claim-statements")) {
            return "/v1/exports/" + what + (past.isEmpty() ? "" : "?" + past);
        }
        if (!ImportCommand.MEDIA_TYPES.containsKey(format)) {
            throw LauncherFailure.input("'" + format + "' is no format: --format csv, tsv or jsonl");
        }
        return "/v1/exports/rows/" + CatalogClient.escaped(what) + "?format=" + format
                + (past.isEmpty() ? "" : "&" + past);
    }

    /** Written beside and moved over: a file that is there is whole. */
    private void save(InputStream body) throws IOException {
        Path half = out.resolveSibling(out.getFileName() + ".half");
        try {
            Files.copy(body, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
