package org.fenton.learning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.learning.files.Hashes;

/** Where the public data files stand under one directory. A file is asked for when it is read, so a screen needs only its own. */
public record DataFiles(Path directory) {
    /** One input: of a training up to {@link #PROGENY}, of an evaluation after it. */
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
        PROGENY("networks/progeny_human_300.csv"),
        DEEPDDS_LABELS("combinations/deepdds/labels_with_folds.tsv"),
        DEEPDDS_SMILES("combinations/deepdds/smiles.tsv"),
        ONEIL_LOEWE("combinations/oneil/loewe.tsv"),
        ONEIL_SINGLE_AGENTS("combinations/transynergy/single_agent_doses.csv"),
        SANGER_LABELS("combinations/sanger/labels.tsv"),
        SANGER_DRUGS("combinations/sanger/drugs_inchikey.csv"),
        CTRP_COMPOUNDS("sensitivity/compound_info.csv"),
        CTRP_LINES("sensitivity/cancer_cell_line_info.csv"),
        CTRP_EXPERIMENTS("sensitivity/Experiment_info.csv"),
        CTRP_AUC_1("sensitivity/AUC_1.csv"),
        CTRP_AUC_2("sensitivity/AUC_2.csv");

        private final String path;

        Input(String path) {
            this.path = path;
        }
    }

    /** What {@code fenton train} reads. */
    public static final Set<Input> TRAINING =
            Collections.unmodifiableSet(EnumSet.range(Input.ONEIL_SCORES, Input.PROGENY));

    /** @throws IllegalArgumentException when {@code directory} is none */
    public DataFiles {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("there is no data directory " + directory);
        }
    }

    /** @throws IllegalArgumentException naming the first input of a training that is not there */
    public static DataFiles forTraining(Path directory) {
        DataFiles files = new DataFiles(directory);
        TRAINING.forEach(files::path);
        return files;
    }

    /** @throws IllegalArgumentException when the file is not there */
    public Path path(Input input) {
        Path file = directory.resolve(input.path);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("the data directory " + directory + " lacks " + input.path
                    + "; give the directory that holds combinations/ and cell-lines/");
        }
        return file;
    }

    public boolean has(Input input) {
        return Files.isReadable(directory.resolve(input.path));
    }

    /** SHA-256 of each file of a training by its path under the directory. */
    public Map<String, String> hashes() throws IOException {
        return hashes(TRAINING);
    }

    /** SHA-256 of each of the files by its path under the directory. */
    public Map<String, String> hashes(Set<Input> inputs) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Input input : inputs) {
            hashes.put(input.path, Hashes.sha256(path(input)));
        }
        return hashes;
    }
}
