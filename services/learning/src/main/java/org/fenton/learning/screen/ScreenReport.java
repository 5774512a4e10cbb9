package org.fenton.learning.screen;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fenton.core.synergy.CellExcess;
import org.fenton.core.synergy.Estimate;
import org.fenton.core.synergy.HillCurve;
import org.fenton.core.synergy.HillFit;
import org.fenton.core.synergy.ReferenceModel;
import org.fenton.core.synergy.SynergyScore;

/** The table of a screen and the lines that sum it up. */
final class ScreenReport {
    private final ScreenFile screen;
    private final List<ScoredBlock> blocks;
    private final int repeated;

    ScreenReport(ScreenFile screen, List<ScoredBlock> blocks, int repeated) {
        this.screen = screen;
        this.blocks = blocks;
        this.repeated = repeated;
    }

    /** One line a pair and line; points of inhibition with two decimals, an empty cell where nothing is known. */
    String tsv() {
        StringBuilder table = new StringBuilder(String.join("\t", header())).append('\n');
        for (ScoredBlock scored : blocks) {
            table.append(String.join("\t", row(scored))).append('\n');
        }
        return table.toString();
    }

    /** One line a pair, line, model and cell: the landscape behind each mean. */
    String cellsTsv() {
        StringBuilder table =
                new StringBuilder("drug_a\tdrug_b\tline\tmodel\tdose_a_um\tdose_b_um\tobserved\texpected\texcess\n");
        for (ScoredBlock scored : blocks) {
            for (SynergyScore score : scored.assessment().scores()) {
                for (CellExcess cell : score.cells()) {
                    table.append(String.join(
                                    "\t",
                                    scored.block().drugA(),
                                    scored.block().drugB(),
                                    scored.block().cellLine(),
                                    score.model(),
                                    Double.toString(cell.doseA()),
                                    Double.toString(cell.doseB()),
                                    points(Optional.of(cell.observed())),
                                    points(Optional.of(cell.expected())),
                                    points(Optional.of(cell.excess()))))
                            .append('\n');
                }
            }
        }
        return table.toString();
    }

    private static List<String> header() {
        List<String> names = new ArrayList<>(List.of("drug_a", "drug_b", "line", "cells", "replicates"));
        List<String> estimates = new ArrayList<>(
                ReferenceModel.all().stream().map(ReferenceModel::key).toList());
        estimates.addAll(List.of("benefit_same_doses", "benefit_best_doses"));
        estimates.forEach(name -> names.addAll(List.of(name, name + "_low", name + "_high")));
        for (String drug : List.of("a", "b")) {
            for (String name : List.of("emax", "ec50_um", "slope", "residual_se", "converged")) {
                names.add(name + "_" + drug);
            }
        }
        names.add("caveats");
        return names;
    }

    private static List<String> row(ScoredBlock scored) {
        int fewest = scored.fewestReplicates();
        int most = scored.mostReplicates();
        List<String> cells = new ArrayList<>(List.of(
                scored.block().drugA(),
                scored.block().drugB(),
                scored.block().cellLine(),
                Integer.toString(scored.cells()),
                fewest == most ? Integer.toString(fewest) : fewest + "-" + most));
        for (SynergyScore score : scored.assessment().scores()) {
            estimate(score.mean(), cells);
        }
        estimate(scored.assessment().benefit().atSameDoses(), cells);
        estimate(Optional.of(scored.assessment().benefit().atBestDoses()), cells);
        fit(scored.assessment().singles().a().fit(), cells);
        fit(scored.assessment().singles().b().fit(), cells);
        cells.add(String.join("; ", scored.caveats()));
        return cells;
    }

    private static void estimate(Optional<Estimate> estimate, List<String> cells) {
        cells.add(points(estimate.map(Estimate::value)));
        cells.add(points(estimate.flatMap(Estimate::low)));
        cells.add(points(estimate.flatMap(Estimate::high)));
    }

    private static void fit(HillFit fit, List<String> cells) {
        Optional<HillCurve> curve = fit.curve();
        boolean flat = curve.isPresent() && curve.get().emax() == curve.get().e0();
        cells.add(points(curve.map(HillCurve::emax)));
        cells.add(flat ? "" : digits(curve.map(HillCurve::ec50Micromolar)));
        cells.add(flat ? "" : digits(curve.map(HillCurve::h)));
        cells.add(points(fit.residualStandardError().stream().boxed().findFirst()));
        cells.add(curve.isEmpty() ? "" : fit.converged() ? "yes" : "no");
    }

    private static String points(Optional<Double> value) {
        return value.map(v ->
                        new BigDecimal(v).setScale(2, RoundingMode.HALF_EVEN).toPlainString())
                .orElse("");
    }

    private static String digits(Optional<Double> value) {
        return value.map(v -> new BigDecimal(v)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString())
                .orElse("");
    }

    /** For a person: what was read, the conventions, a line a model, the caveats counted. */
    List<String> summary() {
        long lines = blocks.stream().map(b -> b.block().cellLine()).distinct().count();
        List<String> summary = new ArrayList<>();
        summary.add("%s: %d rows read as percent %s, doses in %s; %d pairs of drug and line scored (%d lines)"
                .formatted(
                        screen.file(),
                        screen.rows().size(),
                        screen.scale().key(),
                        screen.unit().key(),
                        blocks.size(),
                        lines));
        if (screen.missing() > 0 || repeated > 0) {
            summary.add("left out: %d rows without a response, %d rows that repeat another"
                    .formatted(screen.missing(), repeated));
        }
        summary.add("scores: percentage points of inhibition, mean over doses; positive = more than the model expects;"
                + " 95 % intervals from replicates");
        for (ReferenceModel model : ReferenceModel.all()) {
            summary.add(line(
                    model.key(),
                    blocks.stream()
                            .flatMap(b -> b.assessment().score(model.key()).mean().stream())
                            .toList()));
        }
        summary.add(line(
                "benefit_best_doses",
                blocks.stream().map(b -> b.assessment().benefit().atBestDoses()).toList()));
        long minded = blocks.stream().filter(b -> !b.caveats().isEmpty()).count();
        summary.add("caveats: " + minded + " of " + blocks.size() + " rows carry one; see the last column");
        summary.add("Research use only. Synergy in culture is no benefit for a patient.");
        return summary;
    }

    private static String line(String name, List<Estimate> estimates) {
        if (estimates.isEmpty()) {
            return name + ": no answer";
        }
        double[] values =
                estimates.stream().mapToDouble(Estimate::value).sorted().toArray();
        long above = estimates.stream().filter(e -> e.low().orElse(0.0) > 0).count();
        long below = estimates.stream().filter(e -> e.high().orElse(0.0) < 0).count();
        double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
        return String.format(
                Locale.ROOT,
                "%s: %d scored, median %.1f, from %.1f to %.1f; interval above 0: %d, below 0: %d",
                name,
                values.length,
                median,
                values[0],
                values[values.length - 1],
                above,
                below);
    }
}
