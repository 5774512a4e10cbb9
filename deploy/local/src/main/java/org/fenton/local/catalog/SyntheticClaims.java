package org.fenton.local.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of made-up claims that say so in every row. They are read into scratch databases only. */
final class SyntheticClaims {
    private static final String HEADER =
            "id\tsubjectType\tsubject\tstatement\tdirection\tlevel\tscopes\tsetting\tstudy\tsameAs\tconfidence\tsource\n";
    private static final int EDGES = 150;

    /** Words of the field, so that a search for one finds some of the rows and not all. */
    private static final List<String> AGENTS = List.of(
            "ruxolitinib",
            "fedratinib",
            "tofacitinib",
            "baricitinib",
            "sorafenib",
            "erastin",
            "bazedoxifene",
            "cisplatin",
            "gefitinib",
            "osimertinib",
            "imatinib",
            "paclitaxel",
            "doxorubicin",
            "lapatinib",
            "vemurafenib",
            "olaparib");

    private static final List<String> GENES = List.of(
            "JAK1", "JAK2", "TYK2", "STAT1", "STAT3", "STAT5A", "STAT6", "GPX4", "SLC7A11", "ACSL4", "TFRC", "FTH1",
            "NCOA4", "AIFM2", "DHODH", "GCH1", "NFE2L2", "KEAP1", "TP53", "SOCS1", "SOCS3", "IL6", "IRF1", "HMOX1",
            "CDH1", "ZEB1");

    private SyntheticClaims() {}

    /** {@code rows} claims; files of one size and another word hold the same claims, each with another statement. */
    static Path write(Path file, int rows, String word) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 1; i <= rows; i++) {
                String study = "TEXT:synthetic, of no paper " + i;
                out.write("SYNTHETIC" + i + "@" + study + "\tedge\tE" + "%03d".formatted(1 + i % EDGES)
                        + "\tsynthetic row " + i + ", no fact: " + GENES.get(i % GENES.size()) + " and "
                        + AGENTS.get(i / 7 % AGENTS.size()) + " in measurement " + word
                        + "\tNEUTRAL\tIN_VITRO\tgeneral\t\t" + study + "\t\tC synthetic\tS-KNOW\n");
            }
        }
        return file;
    }
}
