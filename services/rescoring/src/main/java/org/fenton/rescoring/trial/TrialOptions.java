package org.fenton.rescoring.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.rescoring.cohort.CohortException;
import picocli.CommandLine.Option;

/** What every trial ranks, and with what. */
final class TrialOptions {
    @Option(names = "--release", required = true, paramLabel = "FILE|URL", description = "A release's lines.")
    private String release;

    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
    private Path bundle;

    @Option(names = "--example", paramLabel = "FILE", description = "Case with reported activities.")
    private Path example = home().resolve("deploy/local/examples/h1975-wz4002-resistant.json");

    @Option(
            names = "--tumours",
            paramLabel = "FILE",
            description = "log2 expression, genes in rows, tumours in columns.")
    private Path tumours = home().resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv");

    private static Path home() {
        return Path.of(System.getProperty("fenton.home", System.getenv().getOrDefault("FENTON_HOME", ".")));
    }

    Path write(SyntheticCohort.Kind kind, int cases, Path file) throws IOException {
        for (Path needed : kind == SyntheticCohort.Kind.REPORTED ? List.of(example) : List.of(example, tumours)) {
            if (!Files.isReadable(needed)) {
                throw new CohortException("cannot read " + needed);
            }
        }
        return new SyntheticCohort(example, tumours).write(kind, cases, file);
    }

    /** The arguments of a run without progress. */
    List<String> arguments(Path cohort, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--cohort=" + cohort, "--out=" + out, "--release=" + release, "--bundle=" + bundle, "--progress=none"));
        arguments.addAll(List.of(more));
        return arguments;
    }
}
