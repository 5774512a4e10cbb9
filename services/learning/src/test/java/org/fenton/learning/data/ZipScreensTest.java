package org.fenton.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.learning.structure.StructureReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs where the public data files are at hand. */
class ZipScreensTest {
    private static final Path DATA = Path.of("../../../shared/data");

    private TrainingData data;

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no data directory beside the project");
        data = ZipScreens.read(new DataFiles(DATA), new StructureReader(), Map.of("ACH-000788", Map.of("MAPK", 1.25)));
    }

    @Test
    void saltsCaseVariantsAndCodeNamesAreOneDrug() {
        List<String> names = data.drugs().stream().map(TrainingData.Drug::key).toList();
        assertTrue(names.containsAll(List.of("erlotinib", "veliparib", "vorinostat", "fludarabine", "alvocidib")));
        assertTrue(names.stream().noneMatch(n -> n.contains("hydrochloride") || n.equals("zolinza")), names.toString());
        long structures = data.drugs().stream()
                .flatMap(d -> d.description().structure().stream())
                .map(s -> s.skeleton())
                .distinct()
                .count();
        assertEquals(names.size(), structures, "every drug has a structure, no two the same");
    }

    @Test
    void aPairInALineIsOneRow() {
        Set<List<Object>> seen = new HashSet<>();
        for (TrainingData.Row row : data.rows()) {
            assertTrue(seen.add(List.of(row.pair(), row.line())), row.toString());
            assertTrue(Math.abs(row.zip()) <= 100);
        }
    }

    @Test
    void aSharedWellOfBothTablesIsNotAveragedWithItself() {
        TrainingData.Row row = data.rows().stream()
                .filter(r -> data.drugs().get(r.drugA()).key().equals("5fluorouracil"))
                .filter(r -> data.drugs().get(r.drugB()).key().equals("erlotinib"))
                .filter(r -> data.lines().get(r.line()).key().equals("ACH-000788"))
                .findFirst()
                .orElseThrow();
        assertEquals(8.2525, row.zip(), 1e-9);
    }

    @Test
    void onlyLinesOfThePanelHavePathwayFeatures() {
        for (TrainingData.Line line : data.lines()) {
            Map<String, Double> expected = line.key().equals("ACH-000788") ? Map.of("MAPK", 1.25) : Map.of();
            assertEquals(expected, line.state().pathways(), line.key());
        }
    }
}
