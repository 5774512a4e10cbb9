package org.fenton.learning.activity;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.fenton.core.pathway.ActivityMethod;
import org.fenton.core.pathway.CoverageReport;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.ExpressionReader;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.core.pathway.ReadExpression;
import org.fenton.core.pathway.ReadOptions;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.ScaleCheck;
import org.fenton.core.pathway.SymbolPolicy;
import org.fenton.learning.files.TextFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Infers pathway and transcription factor activities from an expression table; needs no server. */
@Command(
        name = "activity",
        mixinStandardHelpOptions = true,
        description = "Infers pathway or transcription factor activities from an expression table.",
        footer = {
            "",
            "Writes one line an activity: statistic source condition score p_value p_value_bh.",
            "With --programmes, their lines follow; doubt, percentile and members missing are in --coverage and json.",
            "What was mapped, dropped and measured goes to standard error. Research use only."
        })
public final class ActivityCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "FILE",
            description = "Genes in rows, conditions in columns; TSV or CSV, also gzipped.")
    private Path profile = Path.of("");

    @Option(
            names = "--scale",
            required = true,
            paramLabel = "SCALE",
            description = "What the values are: log2, zscore or contrast (logFC or t).")
    private String scale = "";

    @Option(
            names = "--method",
            defaultValue = "ulm",
            paramLabel = "METHOD",
            description = "ulm, mlm, wsum, wmean or viper; default ${DEFAULT-VALUE}.")
    private String method = "ulm";

    @Option(
            names = "--pleiotropy",
            defaultValue = "corrected",
            paramLabel = "WHEN",
            description = "viper: corrected (default, as the reference) or uncorrected.")
    private String pleiotropy = "corrected";

    @Option(
            names = "--network",
            defaultValue = "collectri",
            paramLabel = "NETWORK",
            description = "collectri, progeny (from the bundle) or a file with source, target, mor or weight, and"
                    + " optionally p; default ${DEFAULT-VALUE}.")
    private String network = "collectri";

    @Option(
            names = "--minsize",
            defaultValue = "5",
            paramLabel = "N",
            description = "Measured targets a source needs; default ${DEFAULT-VALUE}.")
    private int minSize = 5;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Keep the N edges of smallest p a source (then largest weight, then symbol).")
    private @Nullable Integer top;

    @Option(
            names = "--raw",
            description = "Take values and gene names as they are: no standardising of log2 values against the"
                    + " bundle's reference, no renaming unless --symbols asks for it.")
    private boolean raw;

    @Option(
            names = "--symbols",
            paramLabel = "RULE",
            description = "current (previous symbols and spreadsheet dates are renamed; default) or as-written"
                    + " (default with --raw).")
    private @Nullable String symbols;

    @Option(names = "--gene-column", paramLabel = "NAME", description = "Column of gene names, where not recognised.")
    private @Nullable String geneColumn;

    @Option(
            names = "--value-column",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of values, where not recognised.")
    private List<String> valueColumns = List.of();

    @Option(
            names = "--ensembl-map",
            paramLabel = "FILE",
            description = "Two columns, Ensembl gene id and symbol, tab- or comma-separated, without header.")
    private @Nullable Path ensemblMap;

    @Option(
            names = "--format",
            defaultValue = "tsv",
            paramLabel = "FORMAT",
            description = "tsv (default) or json, which holds the coverage too.")
    private String format = "tsv";

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--coverage",
            paramLabel = "FILE",
            description = "Write measured and total targets of every source there; - is standard error.")
    private @Nullable String coverage;

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = "Model bundle with the named networks and the reference cohort.")
    private @Nullable Path bundle;

    @Mixin
    private final ProgrammeOptions programmes = new ProgrammeOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec commandSpec = Objects.requireNonNull(spec);
        PrintWriter error = commandSpec.commandLine().getErr();
        try {
            String word = Choices.format(format);
            ActivityReport report = report(error);
            String text = word.equals("json") ? report.json() : report.tsv();
            report.summary().forEach(error::println);
            report.programmes().ifPresent(p -> p.summary().forEach(error::println));
            if (coverage != null && coverage.equals("-")) {
                error.print(report.coverageTsv());
            } else if (coverage != null) {
                TextFiles.write(Path.of(coverage), report.coverageTsv());
            }
            if (out != null) {
                TextFiles.write(out, text);
            } else {
                commandSpec.commandLine().getOut().print(text);
                commandSpec.commandLine().getOut().flush();
            }
            return 0;
        } catch (EOFException | ZipException damaged) {
            error.println("fenton activity: a gzipped table is damaged or cut off (" + damaged.getMessage() + ")");
            return BAD_INPUT;
        } catch (IllegalArgumentException | IOException problem) {
            error.println("fenton activity: " + problem.getMessage());
            return BAD_INPUT;
        } finally {
            error.flush();
        }
    }

    private ActivityReport report(PrintWriter error) throws IOException {
        ActivityMethod chosen = Choices.method(method, pleiotropy);
        SymbolPolicy policy = Choices.symbols(symbols != null ? symbols : raw ? "as-written" : "current");
        Bundle located = Bundle.locate(Optional.ofNullable(bundle));
        Network edges = network(located, policy);
        ReadExpression read = read(policy);
        ExpressionMatrix matrix = read.matrix();
        if (!raw) {
            ScaleCheck.check(matrix);
            matrix = matrix.scale() == Scale.LOG2 ? located.standardised(matrix) : matrix;
        }
        Optional<ProgrammeReport> programmeReport = programmes.report(matrix, located, policy);
        ActivityReport report = new ActivityReport(
                profile.getFileName().toString(),
                chosen.infer(matrix, edges, minSize),
                read.mapping(),
                CoverageReport.of(edges, matrix.genes(), minSize),
                read.matrix().genes().size() - matrix.genes().size(),
                programmeReport);
        if (programmes.plot().isPresent()) {
            Network collectri = located.network("collectri");
            String picture = programmes.draw(
                    report,
                    matrix,
                    policy == SymbolPolicy.CURRENT ? collectri.withCurrentSymbols() : collectri,
                    error::println);
            TextFiles.write(programmes.plot().orElseThrow(), picture);
        }
        return programmes.printed() ? report : report.withoutProgrammes();
    }

    private Network network(Bundle located, SymbolPolicy policy) throws IOException {
        Network edges;
        if (Bundle.NETWORKS.contains(network)) {
            edges = located.network(network);
        } else {
            Path file = Path.of(network);
            try (Reader text = TextFiles.open(file)) {
                edges = NetworkReader.read(file.getFileName().toString(), text);
            }
        }
        Network chosen = top == null ? edges : edges.strongest(top);
        return policy == SymbolPolicy.CURRENT ? chosen.withCurrentSymbols() : chosen;
    }

    private ReadExpression read(SymbolPolicy policy) throws IOException {
        ReadOptions options = ReadOptions.of(Scale.parse(scale))
                .withSymbols(policy)
                .withValueColumns(valueColumns)
                .withEnsemblSymbols(Choices.ensemblSymbols(Optional.ofNullable(ensemblMap)));
        if (geneColumn != null) {
            options = options.withGeneColumn(geneColumn);
        }
        try (Reader text = TextFiles.open(profile)) {
            return ExpressionReader.read(profile.getFileName().toString(), text, options);
        }
    }
}
