package org.fenton.learning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.files.Hashes;

/** Where the public data files stand under one directory; docs/data.md says what each is. */
public record DataFiles(Path directory) {
    /** @throws IllegalArgumentException naming every file that is not there */
    public DataFiles {
        for (Path file : all(directory)) {
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException("the data directory " + directory + " lacks "
                        + directory.relativize(file) + "; give the directory that holds combinations/ and cell-lines/");
            }
        }
    }

    private static List<Path> all(Path d) {
        return List.of(
                d.resolve("combinations/oneil/zip_bliss_hsa.tsv"),
                d.resolve("combinations/drugcombdb/zip.tsv"),
                d.resolve("drugs/repurposing_samples_20200324.txt"),
                d.resolve("drugs/repurposing_drugs_20200324.txt"),
                d.resolve("combinations/almanac/smiles.csv"),
                d.resolve("combinations/oneil/smiles.tsv"),
                d.resolve("combinations/transynergy/smiles_merck.csv"),
                d.resolve("combinations/drugcombdb/drug_protein.csv"),
                d.resolve("combinations/drugcombdb/cell_protein.csv"),
                d.resolve("cell-lines/label_lines_to_ach.csv"),
                d.resolve("cell-lines/name2ach.csv"),
                d.resolve("cell-lines/CCLE_progeny_activities.csv"),
                d.resolve("cell-lines/ccle_joined_features.csv.gz"),
                d.resolve("cell-lines/nci60_rna_log2_fpkm.csv"),
                d.resolve("networks/collectri_human.csv"),
                d.resolve("networks/progeny_human_300.csv"));
    }

    Path oneilScores() {
        return all(directory).get(0);
    }

    Path drugCombDbScores() {
        return all(directory).get(1);
    }

    Path hubSamples() {
        return all(directory).get(2);
    }

    Path hubDrugs() {
        return all(directory).get(3);
    }

    Path almanacSmiles() {
        return all(directory).get(4);
    }

    Path oneilSmiles() {
        return all(directory).get(5);
    }

    Path oneilTargets() {
        return all(directory).get(6);
    }

    Path drugProteins() {
        return all(directory).get(7);
    }

    Path lineProteins() {
        return all(directory).get(8);
    }

    Path screenLines() {
        return all(directory).get(9);
    }

    Path lineAliases() {
        return all(directory).get(10);
    }

    Path lineActivities() {
        return all(directory).get(11);
    }

    Path lineAnnotation() {
        return all(directory).get(12);
    }

    public Path panelExpression() {
        return all(directory).get(13);
    }

    public Path collectri() {
        return all(directory).get(14);
    }

    public Path progeny() {
        return all(directory).get(15);
    }

    /** SHA-256 of each file by its path under the directory. */
    public Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : all(directory)) {
            hashes.put(directory.relativize(file).toString().replace('\\', '/'), Hashes.sha256(file));
        }
        return hashes;
    }
}
