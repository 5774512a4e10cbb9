package org.fenton.learning.interaction;

import java.util.Arrays;
import org.fenton.learning.data.Screen;
import org.fenton.learning.kernel.DrugPart;
import org.fenton.learning.kernel.KernelFit;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.kernel.LinePart;
import org.fenton.learning.kernel.Table;

/**
 * What some rows of a screen say of any pair of its drugs in any of its lines: the kernel regression on them and their mean outcomes.
 *
 * <p>Outcomes are the scores where the screen has them, else the labels; all answers are in standard deviations of the outcomes of those rows, 0 their mean.
 */
final class Evidence {
    private final Screen screen;
    private final KernelFit fit;
    private final double[][] drugs;
    private final double[][] lines;
    private final double[] level;
    private final double[] anyLine;
    private final double[][] byLine;
    private final Rates rates = new Rates();

    /** Likeness matrices of one setting, which every division of the rows shares. */
    record Likeness(KernelSetting setting, double[][] drugs, double[][] lines) {
        static Likeness of(KernelSetting setting, ScreenTraits traits) {
            return new Likeness(setting, setting.drugs(traits.drugs()), setting.lines(traits.lines()));
        }
    }

    /** A key of {@link Rates}: what kind of thing, and which. */
    private record Key(Kind kind, Object first, Object second) {}

    private enum Kind {
        PAIR,
        DRUG,
        LINE,
        TISSUE,
        DRUG_IN_LINE,
        DRUG_IN_TISSUE
    }

    Evidence(Screen screen, Likeness likeness, int[] rows) {
        this.screen = screen;
        this.drugs = likeness.drugs();
        this.lines = likeness.lines();
        boolean single = screen.singleAgent(rows[0]);
        Table table = new Table(drugs.length, single ? 1 : drugs.length, lines.length);
        for (int row : rows) {
            if (single) {
                table.add(screen.drugA(row), 0, screen.line(row), outcome(screen, row));
            } else {
                table.addPair(screen.drugA(row), screen.drugB(row), screen.line(row), outcome(screen, row));
            }
        }
        this.fit = KernelFit.of(
                table,
                drugs,
                lines,
                likeness.setting().noise(),
                single ? KernelFit.Arity.SINGLE_AGENTS : KernelFit.Arity.PAIRS);
        this.byLine = new double[lines.length][];
        double[] constantLine = new double[lines.length];
        Arrays.fill(constantLine, likeness.setting().line().get(LinePart.CONSTANT));
        double[] seen = fit.seenFrom(constantLine);
        this.anyLine = posterior(seen);
        this.level = level(seen, likeness.setting().drug().get(DrugPart.CONSTANT));
        for (int row : rows) {
            addRates(row, (outcome(screen, row) - fit.mean()) / fit.deviation());
        }
    }

    static double outcome(Screen screen, int row) {
        double score = screen.score(row);
        return Double.isNaN(score) ? (screen.positive(row) ? 1 : 0) : score;
    }

    private void addRates(int row, double z) {
        int line = screen.line(row);
        String tissue = screen.tissue(row);
        rates.add(new Key(Kind.LINE, line, 0), z);
        rates.add(new Key(Kind.TISSUE, tissue, 0), z);
        if (!screen.singleAgent(row)) {
            rates.add(new Key(Kind.PAIR, screen.drugA(row), screen.drugB(row)), z);
        }
        for (int drug : new int[] {screen.drugA(row), screen.drugB(row)}) {
            if (drug != Screen.NO_DRUG) {
                rates.add(new Key(Kind.DRUG, drug, 0), z);
                rates.add(new Key(Kind.DRUG_IN_LINE, drug, line), z);
                rates.add(new Key(Kind.DRUG_IN_TISSUE, drug, tissue), z);
            }
        }
    }

    /** Value of every pair for a table already seen from a line. */
    private double[] posterior(double[] seen) {
        int seconds = fit.seconds();
        double[] half = new double[seen.length];
        for (int a = 0; a < drugs.length; a++) {
            for (int from = 0; from < drugs.length; from++) {
                double k = drugs[a][from];
                for (int b = 0; b < seconds; b++) {
                    half[a * seconds + b] += k * seen[from * seconds + b];
                }
            }
        }
        if (seconds == 1) {
            return half;
        }
        double[] whole = new double[seen.length];
        for (int a = 0; a < drugs.length; a++) {
            for (int from = 0; from < seconds; from++) {
                double value = half[a * seconds + from];
                for (int b = 0; b < seconds; b++) {
                    whole[a * seconds + b] += value * drugs[from][b];
                }
            }
        }
        return whole;
    }

    /** What each drug brings on average, with any partner in any line. */
    private double[] level(double[] seen, double constant) {
        double[] levels = new double[drugs.length];
        for (int a = 0; a < drugs.length; a++) {
            for (int from = 0; from < drugs.length; from++) {
                double row = 0;
                for (int b = 0; b < fit.seconds(); b++) {
                    row += seen[from * fit.seconds() + b];
                }
                levels[a] += drugs[a][from] * row * constant;
            }
        }
        return levels;
    }

    /** The kernel's expectation for a row. */
    synchronized double kernel(int row) {
        int line = screen.line(row);
        if (byLine[line] == null) {
            byLine[line] = posterior(fit.seenFrom(lines[line]));
        }
        return byLine[line][cell(row)];
    }

    /** The same for a line that nothing is known of. */
    double kernelAnyLine(int row) {
        return anyLine[cell(row)];
    }

    private int cell(int row) {
        return screen.singleAgent(row)
                ? screen.drugA(row)
                : screen.drugA(row) * fit.seconds() + screen.drugB(row);
    }

    double level(int drug) {
        return level[drug];
    }

    double pair(int row) {
        return rates.of(new Key(Kind.PAIR, screen.drugA(row), screen.drugB(row)));
    }

    double drug(int drug) {
        return rates.of(new Key(Kind.DRUG, drug, 0));
    }

    double drugInLine(int drug, int row) {
        return rates.of(new Key(Kind.DRUG_IN_LINE, drug, screen.line(row)));
    }

    double drugInTissue(int drug, int row) {
        return rates.of(
                new Key(Kind.DRUG_IN_TISSUE, drug, screen.tissue(row)));
    }

    double line(int row) {
        return rates.of(new Key(Kind.LINE, screen.line(row), 0));
    }

    double tissue(int row) {
        return rates.of(new Key(Kind.TISSUE, screen.tissue(row), 0));
    }

    boolean sawDrug(int drug) {
        return rates.has(new Key(Kind.DRUG, drug, 0));
    }

    boolean sawLine(int row) {
        return rates.has(new Key(Kind.LINE, screen.line(row), 0));
    }

    /** Mean outcome of the rows. */
    double mean() {
        return fit.mean();
    }

    double deviation() {
        return fit.deviation();
    }
}
