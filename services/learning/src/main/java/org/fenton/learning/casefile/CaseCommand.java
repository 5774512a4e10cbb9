package org.fenton.learning.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.ExpressionReader;
import org.fenton.core.pathway.ReadOptions;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a case file from one condition of an expression table. */
@Command(
        name = "case",
        mixinStandardHelpOptions = true,
        description = "Makes a case file with the figures that ranking needs from an expression table.")
public final class CaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", required = true, paramLabel = "FILE", description = "TSV or CSV, also gzipped.")
    private Path profile;

    @Option(names = "--scale", required = true, paramLabel = "SCALE", description = "log2, zscore or contrast.")
    private String scale;

    @Option(names = "--condition", paramLabel = "NAME", description = "Which column, where there are several.")
    private @Nullable String condition;

    @Option(names = "--oncotree", required = true, paramLabel = "CODE", description = "Tumour type.")
    private String oncotree;

    @Option(names = "--failed-drug", paramLabel = "DRUG", description = "The drug that stopped working.")
    private String failedDrug = "";

    @Option(names = "--label", required = true, description = "A name for the case; no patient identity.")
    private String label;

    @Option(names = "--provenance", required = true, description = "Where the profile is from, and its sign.")
    private String provenance;

    @Option(
            names = "--bundle",
            defaultValue = "${env:FENTON_BUNDLE:-bundles/zip-1}",
            paramLabel = "DIR",
            description = "Model bundle with the networks; default FENTON_BUNDLE, else bundles/zip-1.")
    private Path bundle;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The case file to write.")
    private Path out;

    @Override
    public Integer call() throws IOException, BundleException {
        CaseFile.Heading heading = new CaseFile.Heading(label, "INDUCE", oncotree, failedDrug, provenance);
        ExpressionProfile chosen = chosen(read(profile, Scale.parse(scale)), condition);
        var node = new CaseFile(ModelBundle.load(bundle)).of(heading, chosen);
        Files.writeString(
                out, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
        spec.commandLine()
                .getOut()
                .println(out + ": " + node.at("/reported/activities").size() + " activities, "
                        + node.at("/reported/genes").size() + " genes");
        return 0;
    }

    static ExpressionMatrix read(Path file, Scale scale) throws IOException {
        boolean gzip = file.toString().endsWith(".gz");
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = gzip ? new GZIPInputStream(raw) : raw;
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return ExpressionReader.read(file.getFileName().toString(), text, ReadOptions.of(scale))
                    .matrix();
        }
    }

    private static ExpressionProfile chosen(ExpressionMatrix matrix, @Nullable String condition) {
        List<String> conditions = matrix.conditions();
        if (condition == null && conditions.size() > 1) {
            throw new IllegalArgumentException("the table has " + conditions.size() + " conditions; choose one with"
                    + " --condition: " + String.join(", ", conditions));
        }
        String name = condition == null ? conditions.get(0) : condition;
        if (!conditions.contains(name)) {
            throw new IllegalArgumentException(
                    "no condition '" + name + "'; the table has " + String.join(", ", conditions));
        }
        return matrix.profile(conditions.indexOf(name));
    }
}
