package org.fenton.learning.screen;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fenton.core.synergy.DoseResponseMatrix;
import org.fenton.core.synergy.ResponseScale;
import org.fenton.core.synergy.Well;

/** Refuses a screen whose numbers cannot be what they are declared to be; a wrong sign is worse than no answer. */
final class Plausibility {
    /** No file of percentages stays within this; one of fractions does. */
    private static final double LARGEST_FRACTION = 1.5;

    private static final double WRONG_CONTROL = 50;
    private static final double FALLING = 30;

    private final ScreenFile screen;

    Plausibility(ScreenFile screen) {
        this.screen = screen;
    }

    /** Percentages, or fractions of 1? */
    void checkScale() {
        double largest = screen.rows().stream()
                .mapToDouble(row -> Math.abs(row.response()))
                .max()
                .orElseThrow();
        if (largest <= LARGEST_FRACTION) {
            throw new IllegalArgumentException("%s: every response lies within -%s and %s, which looks like fractions;"
                            .formatted(screen.file(), LARGEST_FRACTION, LARGEST_FRACTION)
                    + " write percent (0 to 100)");
        }
    }

    /** The matrix of a block, after its controls and its drugs alone have been looked at. */
    DoseResponseMatrix checked(ScreenBlock block) {
        DoubleSummaryStatistics control = inhibition(block, well -> well.doseA() == 0 && well.doseB() == 0);
        if (control.getCount() > 0 && control.getAverage() > WRONG_CONTROL) {
            double read = screen.scale() == ResponseScale.VIABILITY ? 100 - control.getAverage() : control.getAverage();
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s line %d: the untreated control of %s reads %d %% %s on average; expected about %d; is it %s?",
                    screen.file(),
                    block.firstLine(),
                    block.name(),
                    Math.round(read),
                    screen.scale().key(),
                    screen.scale() == ResponseScale.VIABILITY ? 100 : 0,
                    other().key()));
        }
        if (block.wells().size() == 1) {
            throw new IllegalArgumentException(screen.file() + " line " + block.firstLine() + ": " + block.name()
                    + " has one row only; a matrix has each drug alone and both together, at several doses");
        }
        try {
            return DoseResponseMatrix.of(block.wells(), screen.scale());
        } catch (IllegalArgumentException incomplete) {
            throw new IllegalArgumentException(
                    screen.file() + " line " + block.firstLine() + ": " + block.name() + ": "
                            + incomplete
                                    .getMessage()
                                    .replace("the first drug", block.drugA())
                                    .replace("the second drug", block.drugB()),
                    incomplete);
        }
    }

    /** Drugs that do less the more is given: the response is the other one. */
    void checkDirection(List<ScreenBlock> blocks) {
        List<Double> falls = new ArrayList<>();
        for (ScreenBlock block : blocks) {
            falls.addAll(fall(block, well -> well.doseB() == 0 ? well.doseA() : 0));
            falls.addAll(fall(block, well -> well.doseA() == 0 ? well.doseB() : 0));
        }
        double mean = falls.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        if (mean > FALLING) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: inhibition by single drugs falls by %.0f points from their lowest to their highest dose on"
                            + " average; the response is declared %s; is it %s?",
                    screen.file(),
                    mean,
                    screen.scale().key(),
                    other().key()));
        }
    }

    private interface Alone {
        double dose(Well well);
    }

    private List<Double> fall(ScreenBlock block, Alone alone) {
        Map<Double, DoubleSummaryStatistics> means = new TreeMap<>();
        for (Well well : block.wells()) {
            double dose = alone.dose(well);
            if (dose > 0) {
                means.computeIfAbsent(dose, key -> new DoubleSummaryStatistics())
                        .accept(screen.scale().toInhibition(well.response()));
            }
        }
        List<DoubleSummaryStatistics> ascending = List.copyOf(means.values());
        return ascending.size() < 2
                ? List.of()
                : List.of(ascending.get(0).getAverage()
                        - ascending.get(ascending.size() - 1).getAverage());
    }

    private DoubleSummaryStatistics inhibition(ScreenBlock block, Predicate<Well> which) {
        return block.wells().stream()
                .filter(which)
                .mapToDouble(well -> screen.scale().toInhibition(well.response()))
                .summaryStatistics();
    }

    private ResponseScale other() {
        return screen.scale() == ResponseScale.VIABILITY ? ResponseScale.INHIBITION : ResponseScale.VIABILITY;
    }
}
