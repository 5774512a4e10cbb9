package org.fenton.learning.interaction;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.interaction.Rates.Kind;
import org.fenton.learning.kernel.DrugPart;
import org.fenton.learning.kernel.KernelFit;
import org.fenton.learning.kernel.Table;
import org.jspecify.annotations.Nullable;

/**
 * What some rows of a screen say of any drugs in any line: the kernel regression on them and their mean outcomes.
 *
 * <p>All answers are in standard deviations of the {@link Outcomes} of those rows, 0 their mean. Safe for use by many threads.
 */
final class Evidence {
    private final Cast cast;
    private final Outcomes outcomes;
    private final KernelFit fit;
    private final Rates rates;
    private final List<String> tissues;
    private final double[] anyLine;
    private final double[] levelWeights;
    private final Map<Integer, double[]> seenFromLine = new ConcurrentHashMap<>();

    Evidence(Cast cast, Outcomes outcomes, KernelFit fit, Rates rates) {
        this.cast = cast;
        this.outcomes = outcomes;
        this.fit = fit;
        this.rates = rates;
        this.tissues = cast.lines().stream()
                .flatMap(l -> l.tissue().stream())
                .distinct()
                .sorted()
                .toList();
        this.anyLine = fit.seenFrom(cast.anyLine());
        double constant = cast.setting().drug().get(DrugPart.CONSTANT);
        this.levelWeights = IntStream.range(0, fit.firsts())
                .mapToDouble(a -> constant
                        * IntStream.range(0, fit.seconds())
                                .mapToDouble(b -> anyLine[a * fit.seconds() + b])
                                .sum())
                .toArray();
    }

    static Evidence of(Screen screen, Cast cast, int[] rows) {
        boolean single = screen.singleAgent(rows[0]);
        int drugs = cast.drugs().size();
        Table table = new Table(drugs, single ? 1 : drugs, cast.lines().size());
        Outcomes outcomes = Outcomes.of(screen, rows);
        for (int row : rows) {
            double outcome = outcomes.outcome(screen, row);
            if (single) {
                table.add(screen.drugA(row), 0, screen.line(row), outcome);
            } else {
                table.addPair(screen.drugA(row), screen.drugB(row), screen.line(row), outcome);
            }
        }
        KernelFit fit = KernelFit.of(
                table,
                cast.drugLikeness(),
                cast.lineLikeness(),
                cast.setting().noise(),
                single ? KernelFit.Arity.SINGLE_AGENTS : KernelFit.Arity.PAIRS);
        Evidence evidence = new Evidence(cast, outcomes, fit, Rates.none());
        for (int row : rows) {
            evidence.addRates(screen, row, (outcomes.outcome(screen, row) - fit.mean()) / fit.deviation());
        }
        return evidence;
    }

    private void addRates(Screen screen, int row, double z) {
        int line = screen.line(row);
        int tissue = tissue(cast.line(line));
        rates.add(Kind.LINE, line, 0, z);
        if (tissue >= 0) {
            rates.add(Kind.TISSUE, tissue, 0, z);
        }
        if (!screen.singleAgent(row)) {
            rates.add(Kind.PAIR, screen.drugA(row), screen.drugB(row), z);
        }
        for (int drug : new int[] {screen.drugA(row), screen.drugB(row)}) {
            if (drug != Screen.NO_DRUG) {
                rates.add(Kind.DRUG, drug, 0, z);
                rates.add(Kind.DRUG_IN_LINE, drug, line, z);
                if (tissue >= 0) {
                    rates.add(Kind.DRUG_IN_TISSUE, drug, tissue, z);
                }
            }
        }
    }

    private int tissue(Cast.Line line) {
        return line.traits().tissue().map(tissues::indexOf).orElse(Cast.NEW);
    }

    /** A line with the table as it looks from there; made once for all candidates of a line. */
    record View(Cast.Line line, double[] seen) {}

    View view(Cast.Line line) {
        return new View(
                line,
                line.index() < 0
                        ? fit.seenFrom(line.likeness())
                        : seenFromLine.computeIfAbsent(line.index(), l -> fit.seenFrom(line.likeness())));
    }

    /** The kernel's expectation; {@code b} is null for a single agent. */
    double kernel(Cast.Drug a, Cast.@Nullable Drug b, View view) {
        return fit.standardised(view.seen(), a.likeness(), second(b));
    }

    /** The same for a line that nothing is known of. */
    double kernelAnyLine(Cast.Drug a, Cast.@Nullable Drug b) {
        return fit.standardised(anyLine, a.likeness(), second(b));
    }

    private static double[] second(Cast.@Nullable Drug b) {
        return b == null ? new double[] {1} : b.likeness();
    }

    /** What a drug brings on average, with any partner in any line. */
    double level(Cast.Drug drug) {
        double sum = 0;
        for (int i = 0; i < levelWeights.length; i++) {
            sum += levelWeights[i] * drug.likeness()[i];
        }
        return sum;
    }

    double pair(Cast.Drug a, Cast.Drug b) {
        return rates.of(Kind.PAIR, Math.min(a.index(), b.index()), Math.max(a.index(), b.index()));
    }

    double drug(Cast.Drug drug) {
        return rates.of(Kind.DRUG, drug.index(), 0);
    }

    double drugInLine(Cast.Drug drug, Cast.Line line) {
        return rates.of(Kind.DRUG_IN_LINE, drug.index(), line.index());
    }

    double drugInTissue(Cast.Drug drug, Cast.Line line) {
        return rates.of(Kind.DRUG_IN_TISSUE, drug.index(), tissue(line));
    }

    double line(Cast.Line line) {
        return rates.of(Kind.LINE, line.index(), 0);
    }

    double tissueRate(Cast.Line line) {
        return rates.of(Kind.TISSUE, tissue(line), 0);
    }

    boolean saw(Cast.Drug drug) {
        return rates.has(Kind.DRUG, drug.index(), 0);
    }

    boolean saw(Cast.Line line) {
        return rates.has(Kind.LINE, line.index(), 0);
    }

    Cast cast() {
        return cast;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    KernelFit fit() {
        return fit;
    }

    Rates rates() {
        return rates;
    }
}
