package org.fenton.learning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.files.Hashes;

/** Where the public data files stand under one directory. */
public record DataFiles(Path directory) {
    /** One input of a training. */
    public enum Input {
        ONEIL_SCORES("combinations/oneil/zip_bliss_hsa.tsv"),
        DRUGCOMBDB_SCORES("combinations/drugcombdb/zip.tsv"),
        HUB_SAMPLES("drugs/repurposing_samples_20200324.txt"),
        HUB_DRUGS("drugs/repurposing_drugs_20200324.txt"),
        ALMANAC_SMILES("combinations/almanac/smiles.csv"),
        ONEIL_SMILES("combinations/oneil/smiles.tsv"),
        ONEIL_TARGETS("combinations/transynergy/smiles_merck.csv"),
        DRUG_PROTEINS("combinations/drugcombdb/drug_protein.csv"),
        LINE_PROTEINS("combinations/drugcombdb/cell_protein.csv"),
        SCREEN_LINES("cell-lines/label_lines_to_ach.csv"),
        LINE_ALIASES("cell-lines/name2ach.csv"),
        CCLE_ACTIVITIES("cell-lines/CCLE_progeny_activities.csv"),
        LINE_ANNOTATION("cell-lines/ccle_joined_features.csv.gz"),
        PANEL_EXPRESSION("cell-lines/nci60_rna_log2_fpkm.csv"),
        COLLECTRI("networks/collectri_human.csv"),
        PROGENY("networks/progeny_human_300.csv");

        private final String path;

        Input(String path) {
            this.path = path;
        }
    }

    /** @throws IllegalArgumentException naming the first file that is not there */
    public DataFiles {
        for (Input input : Input.values()) {
            if (!Files.isReadable(directory.resolve(input.path))) {
                throw new IllegalArgumentException("the data directory " + directory + " lacks " + input.path
                        + "; give the directory that holds combinations/ and cell-lines/");
            }
        }
    }

    public Path path(Input input) {
        return directory.resolve(input.path);
    }

    /** SHA-256 of each file by its path under the directory. */
    public Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Input input : Input.values()) {
            hashes.put(input.path, Hashes.sha256(path(input)));
        }
        return hashes;
    }
}
