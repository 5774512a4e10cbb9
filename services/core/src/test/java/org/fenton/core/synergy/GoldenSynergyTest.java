package org.fenton.core.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same wells computed apart from Fenton: SciPy's bounded least squares and Brent's root, see reference_models.py. */
class GoldenSynergyTest {
    @Test
    void curvesAndScoresEqualTheReference() throws IOException {
        Map<String, List<Well>> wells = new LinkedHashMap<>();
        for (String[] row : rows("wells.tsv")) {
            wells.computeIfAbsent(row[0], name -> new ArrayList<>())
                    .add(new Well(number(row[1]), number(row[2]), number(row[4])));
        }
        int compared = 0;
        for (String[] row : rows("expected.tsv")) {
            DoseResponseMatrix matrix = Matrices.matrix(wells.get(row[0]));
            double value = quantity(row[1], matrix);
            double scale = row[1].startsWith("ec50") || row[1].startsWith("h_") ? number(row[2]) : 1;
            assertEquals(number(row[2]) / scale, value / scale, 1e-4, row[0] + " " + row[1]);
            compared++;
        }
        assertEquals(36, compared);
    }

    private static double quantity(String name, DoseResponseMatrix matrix) {
        SingleAgents singles = SingleAgents.of(matrix);
        HillFit fit = (name.endsWith("_a") ? singles.a() : singles.b()).fit();
        HillCurve curve = fit.curve().orElseThrow();
        return switch (name.replaceAll("_[ab]$", "")) {
            case "emax" -> curve.emax();
            case "ec50" -> curve.ec50Micromolar();
            case "h" -> curve.h();
            case "rse" -> fit.residualStandardError().orElseThrow();
            default ->
                CombinationAssessment.of(matrix, 1)
                        .score(name)
                        .mean()
                        .orElseThrow()
                        .value();
        };
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    private static List<String[]> rows(String resource) throws IOException {
        try (InputStream in = GoldenSynergyTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
