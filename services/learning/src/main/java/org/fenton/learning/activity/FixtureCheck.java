package org.fenton.learning.activity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fenton.core.pathway.ActivityMethod;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.ExpressionReader;
import org.fenton.core.pathway.Mlm;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.core.pathway.PathwayActivity;
import org.fenton.core.pathway.ReadOptions;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.SymbolPolicy;
import org.fenton.core.pathway.Ulm;
import org.fenton.core.pathway.Viper;
import org.fenton.core.pathway.Wmean;
import org.fenton.core.pathway.Wsum;
import org.fenton.documents.CanonicalJson;
import org.fenton.learning.files.TextFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the activities with decoupleR's own outputs and prints the largest differences. */
@Command(
        name = "decoupler-fixtures",
        mixinStandardHelpOptions = true,
        description = "Largest differences to decoupleR's reference outputs, a method a line; exit 1 above 1e-9.")
public final class FixtureCheck implements Callable<Integer> {
    private static final double TOLERANCE = 1e-9;
    private static final List<ActivityMethod> METHODS =
            List.of(new Ulm(), new Mlm(), new Wsum(), new Wmean(), new Viper(Viper.Pleiotropy.CORRECTED));

    @Option(
            names = "--fixtures",
            required = true,
            paramLabel = "DIR",
            description = "Directory with mat.tsv, net.tsv and expected-METHOD-….tsv.")
    private Path fixtures = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** @param pValue NaN where the method has no p value */
    private record Difference(String method, int rows, double score, double pValue) {}

    @Override
    public Integer call() {
        CommandSpec commandSpec = Objects.requireNonNull(spec);
        PrintWriter print = commandSpec.commandLine().getOut();
        try {
            List<Difference> differences = differences();
            print.println("method  rows  max |score difference|  max |p difference|");
            for (Difference d : differences) {
                print.printf(
                        Locale.ROOT, "%-6s  %4d  %22s  %18s%n", d.method(), d.rows(), d.score(), shown(d.pValue()));
            }
            print.println(json(differences));
            print.flush();
            return differences.stream().allMatch(d -> d.score() <= TOLERANCE && !(d.pValue() > TOLERANCE)) ? 0 : 1;
        } catch (IllegalArgumentException | IOException problem) {
            PrintWriter error = commandSpec.commandLine().getErr();
            error.println("fenton bench decoupler-fixtures: " + problem.getMessage());
            error.flush();
            return 2;
        }
    }

    private List<Difference> differences() throws IOException {
        ExpressionMatrix matrix;
        try (Reader text = TextFiles.open(fixtures.resolve("mat.tsv"))) {
            ReadOptions options = ReadOptions.of(Scale.LOG2).withSymbols(SymbolPolicy.AS_WRITTEN);
            matrix = ExpressionReader.read("mat.tsv", text, options).matrix();
        }
        Network network;
        try (Reader text = TextFiles.open(fixtures.resolve("net.tsv"))) {
            network = NetworkReader.read("net.tsv", text);
        }
        List<Difference> differences = new ArrayList<>();
        for (ActivityMethod method : METHODS) {
            differences.add(difference(method.infer(matrix, network, 0)));
        }
        return differences;
    }

    private Difference difference(ActivityTable table) throws IOException {
        Path expected;
        try (Stream<Path> files = Files.list(fixtures)) {
            expected = files.filter(
                            file -> file.getFileName().toString().startsWith("expected-" + table.statistic() + "-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(fixtures + ": no expected-" + table.statistic() + "-….tsv"));
        }
        int rows = 0;
        double score = 0;
        double pValue = Double.NaN;
        try (BufferedReader text = TextFiles.open(expected)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                String[] cells = line.split("\t");
                if (!cells[0].equals(table.statistic())) {
                    continue;
                }
                PathwayActivity activity = table.find(cells[1], cells[2]).orElseThrow();
                rows++;
                score = Math.max(score, Math.abs(activity.score() - Double.parseDouble(cells[3])));
                if (activity.pValue().isPresent()) {
                    double off = Math.abs(activity.pValue().getAsDouble() - Double.parseDouble(cells[4]));
                    pValue = Double.isNaN(pValue) ? off : Math.max(pValue, off);
                }
            }
        }
        return new Difference(table.statistic(), rows, score, pValue);
    }

    private static String shown(double pValue) {
        return Double.isNaN(pValue) ? "none" : Double.toString(pValue);
    }

    private static String json(List<Difference> differences) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bench", "decoupler-fixtures");
        for (Difference d : differences) {
            ObjectNode node = root.putObject(d.method());
            node.put("rows", d.rows());
            node.put("maxScoreDifference", d.score());
            if (!Double.isNaN(d.pValue())) {
                node.put("maxPValueDifference", d.pValue());
            }
        }
        return CanonicalJson.write(root);
    }
}
