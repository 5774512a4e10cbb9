package org.fenton.learning.activity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.MeasuredNetwork;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.SymbolPolicy;
import org.fenton.core.pathway.Ulm;
import org.fenton.core.programme.RankedProgramme;
import org.fenton.learning.plot.CasePicture;
import org.fenton.learning.plot.CaseView;
import org.fenton.learning.reference.ScoredProgrammes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for programmes and pictures, which need both networks of the bundle. */
final class ProgrammeOptions {
    private static final String COLLECTRI = "collectri";
    private static final int MIN_TARGETS = 5;

    /** CollecTRI factors that the mechanism graph shows. */
    private static final List<String> FACTORS =
            List.of("STAT1", "STAT3", "STAT5A", "STAT5B", "STAT6", "TP53", "NFE2L2", "ATF4");

    @Option(
            names = "--programmes",
            description =
                    "Also score programmes (JAK/STAT balance, NRF2, ferroptosis and others), statistic 'programme'.")
    private boolean programmes;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Also draw activities, programmes and the mechanism graph of one condition as SVG.")
    private @Nullable Path plot;

    @Option(
            names = "--condition",
            paramLabel = "NAME",
            description = "The condition that --plot draws; default the first.")
    private @Nullable String condition;

    /** Where to draw, if anywhere. */
    Optional<Path> plot() {
        return Optional.ofNullable(plot);
    }

    /** Whether to print programmes. */
    boolean printed() {
        return programmes;
    }

    /**
     * The programmes of all conditions, when printed or drawn.
     *
     * @throws IllegalArgumentException for raw log2 values, and without a bundle
     */
    Optional<ProgrammeReport> report(ExpressionMatrix matrix, Bundle bundle, SymbolPolicy policy) throws IOException {
        if (!programmes && plot == null) {
            return Optional.empty();
        }
        if (matrix.scale() == Scale.LOG2) {
            throw new IllegalArgumentException("programmes compare genes, so log2 values have to be standardised first;"
                    + " leave --raw out, or give z-scores or a contrast");
        }
        Map<String, Network> networks = new HashMap<>();
        for (String name : Bundle.NETWORKS) {
            networks.put(name, withSymbols(bundle.network(name), policy));
        }
        return Optional.of(new ProgrammeReport(ScoredProgrammes.of(matrix, networks)));
    }

    private static Network withSymbols(Network network, SymbolPolicy policy) {
        return policy == SymbolPolicy.CURRENT ? network.withCurrentSymbols() : network;
    }

    /**
     * Draws one condition.
     *
     * @param note receives what a reader must know about the choice
     */
    String draw(ActivityReport report, ExpressionMatrix matrix, Network collectri, Consumer<String> note) {
        ProgrammeReport programmeReport = report.programmes().orElseThrow();
        int index = chosen(matrix.conditions(), note);
        String name = matrix.conditions().get(index);
        List<RankedProgramme> ofCondition = programmeReport.entries().stream()
                .filter(entry -> entry.activity().condition().equals(name))
                .toList();
        return CasePicture.svg(new CaseView(
                report.file(),
                report.table(),
                report.coverage(),
                ofCondition,
                programmeReport.referenceNote(),
                factors(matrix, collectri, name),
                matrix.profile(index)));
    }

    private int chosen(List<String> conditions, Consumer<String> note) {
        if (condition == null) {
            if (conditions.size() > 1) {
                note.accept("plot: draws " + conditions.get(0) + ", the first of " + conditions.size()
                        + " conditions; choose another with --condition NAME");
            }
            return 0;
        }
        int index = conditions.indexOf(condition);
        if (index < 0) {
            throw new IllegalArgumentException("--condition " + condition + " is not in the table; it has "
                    + String.join(", ", conditions.subList(0, Math.min(12, conditions.size())))
                    + (conditions.size() > 12 ? ", \u2026" : ""));
        }
        return index;
    }

    private static Map<String, Double> factors(ExpressionMatrix matrix, Network collectri, String condition) {
        List<NetworkEdge> edges =
                FACTORS.stream().flatMap(f -> collectri.targetsOf(f).stream()).toList();
        MeasuredNetwork measured = new MeasuredNetwork(new Network(COLLECTRI, edges), matrix.genes(), MIN_TARGETS);
        Map<String, Double> factors = new HashMap<>();
        if (!measured.sources().isEmpty()) {
            ActivityTable table = new Ulm().infer(matrix, measured);
            for (String factor : table.sources()) {
                table.find(factor, condition).ifPresent(activity -> factors.put(factor, activity.score()));
            }
        }
        return factors;
    }
}
