package org.fenton.local.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of made-up claims that say so in every row. They are read into scratch databases only. */
final class SyntheticClaims {
    private static final String HEADER =
            "id\tsubjectType\tsubject\tstatement\tdirection\tlevel\tscopes\tsetting\tstudy\tsameAs\tconfidence\tsource\n";
    private static final int EDGES = 150;

    private SyntheticClaims() {}

    /** {@code rows} claims; files of one size and another word hold the same claims, each with another statement. */
    static Path write(Path file, int rows, String word) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 1; i <= rows; i++) {
                String study = "TEXT:synthetic, of no paper " + i;
                out.write("SYNTHETIC" + i + "@" + study + "\tedge\tE" + "%03d".formatted(1 + i % EDGES)
                        + "\tsynthetic row " + i + " for a measurement, no fact: " + word
                        + "\tNEUTRAL\tIN_VITRO\tgeneral\t\t" + study + "\t\tC synthetic\tS-KNOW\n");
            }
        }
        return file;
    }
}
