package org.fenton.learning.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelRegressionTest {
    private static final int DRUGS = 4;
    private static final int LINES = 3;
    private final KernelSetting setting = KernelSetting.of(0.3, 0.4, 2.0);
    private final List<DrugTraits> drugs = List.of(drug("A", "B"), drug("B"), drug("B", "C"), drug("D"));
    private final List<LineTraits> lines = List.of(line("Lung"), line("Lung"), line("Skin"));

    private static DrugTraits drug(String... targets) {
        return new DrugTraits(Optional.empty(), Optional.of(Set.of(targets)), Optional.empty());
    }

    private static LineTraits line(String tissue) {
        return new LineTraits(Optional.of(tissue), new double[0]);
    }

    private record Cell(int a, int b, int line, double value) {}

    private static List<Cell> cells() {
        SplittableRandom random = new SplittableRandom(4);
        List<Cell> cells = new ArrayList<>();
        for (int a = 0; a < DRUGS; a++) {
            for (int b = a + 1; b < DRUGS; b++) {
                for (int l = 0; l < LINES; l++) {
                    if (random.nextDouble() < 0.7) {
                        cells.add(new Cell(a, b, l, random.nextDouble() * 10));
                    }
                }
            }
        }
        return cells;
    }

    private KernelFit fit(List<Cell> cells) {
        Table table = new Table(DRUGS, DRUGS, LINES);
        cells.forEach(c -> table.addPair(c.a(), c.b(), c.line(), c.value()));
        return KernelFit.of(table, setting.drugs(drugs), setting.lines(lines), setting.noise(), KernelFit.Arity.PAIRS);
    }

    /** The same system written out in full, both orders of each pair a row, and solved by elimination. */
    private double direct(List<Cell> measured, int a, int b, int line) {
        List<Cell> cells = new ArrayList<>();
        measured.forEach(c -> cells.addAll(List.of(c, new Cell(c.b(), c.a(), c.line(), c.value()))));
        double mean = cells.stream().mapToDouble(Cell::value).average().orElseThrow();
        double deviation = Math.sqrt(cells.stream()
                .mapToDouble(c -> (c.value() - mean) * (c.value() - mean))
                .average()
                .orElseThrow());
        int n = cells.size();
        double[][] system = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = likeness(cells.get(i), cells.get(j)) + (i == j ? setting.noise() : 0);
            }
            system[i][n] = (cells.get(i).value() - mean) / deviation;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                if (row != pivot) {
                    double factor = system[row][pivot] / system[pivot][pivot];
                    for (int c = pivot; c <= n; c++) {
                        system[row][c] -= factor * system[pivot][c];
                    }
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += likeness(new Cell(a, b, line, 0), cells.get(i)) * system[i][n] / system[i][i];
        }
        return mean + deviation * sum;
    }

    private double likeness(Cell x, Cell y) {
        double[][] ofDrugs = setting.drugs(drugs);
        double[][] ofLines = setting.lines(lines);
        return ofDrugs[x.a()][y.a()] * ofDrugs[x.b()][y.b()] * ofLines[x.line()][y.line()];
    }

    private double answer(KernelFit fit, int a, int b, int line) {
        double[][] ofDrugs = setting.drugs(drugs);
        double[] seen = fit.seenFrom(setting.lines(lines)[line]);
        return fit.mean() + fit.deviation() * fit.standardised(seen, ofDrugs[a], ofDrugs[b]);
    }

    @Test
    void equalsTheSystemWrittenOutAndSolvedDirectly() {
        List<Cell> cells = cells();
        KernelFit fit = fit(cells);
        for (int a = 0; a < DRUGS; a++) {
            for (int b = 0; b < DRUGS; b++) {
                for (int l = 0; l < LINES; l++) {
                    assertEquals(direct(cells, a, b, l), answer(fit, a, b, l), 0.02);
                    assertEquals(answer(fit, a, b, l), answer(fit, b, a, l), 1e-9);
                }
            }
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<Cell> turned = new ArrayList<>(cells());
        java.util.Collections.reverse(turned);
        assertEquals(answer(fit(cells()), 0, 3, 2), answer(fit(turned), 0, 3, 2), 0);
    }

    @Test
    void constantValuesGiveThatConstant() {
        List<Cell> flat =
                cells().stream().map(c -> new Cell(c.a(), c.b(), c.line(), 7)).toList();
        assertEquals(7, answer(fit(flat), 1, 3, 0), 1e-12);
    }

    @Test
    void refusesWhatIsNoNumberAndNothingAtAll() {
        assertThrows(IllegalArgumentException.class, () -> new Table(2, 2, 1).addPair(0, 1, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> fit(List.of()));
        assertThrows(IllegalArgumentException.class, () -> KernelSetting.of(0.3, 0.3, 0));
    }

    @Test
    void aDrugOfUnknownTraitsIsLikeOthersOnlyInBeingADrug() {
        assertEquals(setting.drug().get(DrugPart.CONSTANT), setting.ofDrugs(DrugTraits.unknown(), drugs.get(0)), 1e-12);
        assertEquals(setting.line().get(LinePart.CONSTANT), setting.ofLines(LineTraits.unknown(), lines.get(0)), 1e-12);
    }
}
