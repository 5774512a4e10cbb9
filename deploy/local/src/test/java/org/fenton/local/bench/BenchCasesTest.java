package org.fenton.local.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.fenton.local.Clone;
import org.fenton.local.home.FentonHome;
import org.junit.jupiter.api.Test;

/** Whoever has the clone alone can run the benches too: a made-up table of made-up genes is refused as no human profile. */
class BenchCasesTest {
    private static final FentonHome HOME = new FentonHome(Clone.ROOT, Clone.ROOT.resolve(".local"));

    @Test
    void withoutATableOfTumoursAProfileIsMadeOfGenesThatTheBundleKnows() throws IOException {
        BenchCases cases = new BenchCases(HOME, Path.of("no table"));
        JsonNode genes = new ObjectMapper().readTree(cases.profile(7)).at("/profile/genes");
        Set<String> known = new HashSet<>();
        Files.readAllLines(Clone.ROOT.resolve("bundles/zip-1/reference/genes.tsv"))
                .forEach(line -> known.add(line.split("\t")[0]));
        long found = genes.properties().stream()
                .filter(gene -> known.contains(gene.getKey()))
                .count();
        assertEquals(BenchCases.GENES, genes.size());
        assertTrue(found > 10_000, found + " of them are in the panel");
        assertArrayEquals(
                cases.profile(7), new BenchCases(HOME, Path.of("no table")).profile(7), "and always the same");
    }
}
