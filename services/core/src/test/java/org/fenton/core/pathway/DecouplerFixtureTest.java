package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** decoupleR's own outputs, where the shared folder is at hand. */
@EnabledIf("present")
class DecouplerFixtureTest {
    private static final Path FIXTURES = Path.of("../../../shared/fixtures/decoupler");

    static boolean present() {
        return Files.isDirectory(FIXTURES);
    }

    @Test
    void scoresAndPValuesEqualTheReference() throws IOException {
        ExpressionMatrix matrix = read("mat.tsv");
        Network network;
        try (BufferedReader text = Files.newBufferedReader(FIXTURES.resolve("net.tsv"))) {
            network = NetworkReader.read("net.tsv", text);
        }
        for (ActivityMethod method :
                List.of(new Ulm(), new Mlm(), new Wsum(), new Wmean(), new Viper(Viper.Pleiotropy.CORRECTED))) {
            ActivityTable table = method.infer(matrix, network, 0);
            int rows = 0;
            for (String line : Files.readAllLines(FIXTURES.resolve("expected-" + method.key() + "-S01-S12.tsv"))) {
                String[] cells = line.split("\t");
                if (cells[0].equals(method.key())) {
                    rows++;
                    PathwayActivity activity = table.find(cells[1], cells[2]).orElseThrow();
                    assertEquals(Double.parseDouble(cells[3]), activity.score(), 1e-9, line);
                    if (activity.pValue().isPresent()) {
                        assertEquals(
                                Double.parseDouble(cells[4]), activity.pValue().getAsDouble(), 1e-9, line);
                    }
                }
            }
            assertEquals(36, rows, method.key());
        }
    }

    private static ExpressionMatrix read(String file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(FIXTURES.resolve(file))) {
            return ExpressionReader.read(file, text, ReadOptions.of(Scale.LOG2).withSymbols(SymbolPolicy.AS_WRITTEN))
                    .matrix();
        }
    }
}
