package org.fenton.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreensTest {
    private static final Path DATA = Path.of("../../../shared/data");
    private static final String DEEPDDS_HEAD =
            "drug_a\tdrug_b\tcell_line\tlabel\trandom_fold\tcombination_fold\ttissue_fold"
                    + "\tdrug_fold_0_test\tdrug_fold_1_test\tdrug_fold_2_test\tdrug_fold_3_test\tdrug_fold_4_test\n";

    @TempDir
    private Path data;

    @BeforeEach
    void lines() throws IOException {
        write("cell-lines/label_lines_to_ach.csv", "set,line,ach\nONeil,A375,ACH-000219\nCTRP,A375,ACH-000219\n");
        write("cell-lines/name2ach.csv", "A375,ACH-000219\n");
        write("cell-lines/CCLE_progeny_activities.csv", "source,ACH-000219,ACH-000001\nMAPK,1.0,2.0\n");
        write("combinations/drugcombdb/cell_protein.csv", "GeneSym,protein,cell,Tissue\nX,1,NOWHERE,skin\n");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("DepMap_ID,site\nACH-000219,skin\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(data.resolve("cell-lines/ccle_joined_features.csv.gz"), zipped.toByteArray());
        write("combinations/deepdds/smiles.tsv", "drug\tsmiles\nALPHA\tCCO\nBETA\tCCN\nBETA HCL\tCCN.Cl\nGAMMA\tCCC\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(data.resolve(file).getParent());
        Files.writeString(data.resolve(file), text);
    }

    private Screen deepdds(String rows) throws IOException {
        write("combinations/deepdds/labels_with_folds.tsv", DEEPDDS_HEAD + rows);
        return Screens.DEEPDDS.read(new DataFiles(data));
    }

    @Test
    void replicatesSaltsAndEitherOrderAreOneRowInOneFold() throws IOException {
        Screen screen = deepdds("ALPHA\tBETA\tA375\t1\t3\t0\tmelanoma\t1\t0\t0\t0\t0\n"
                + "beta hcl\tAlpha\tA375\t1\t5\t0\tmelanoma\t1\t0\t0\t0\t0\n"
                + "ALPHA\tGAMMA\tA375\t0\t5\t1\tmelanoma\t1\t0\t0\t0\t0\n");
        assertEquals(2, screen.size());
        assertEquals(3, screen.drugs().size());
        Screen.FoldColumn random = screen.folds().get("random");
        assertEquals("3", random.names().get(random.fold()[0]), "the first replicate's fold");
        assertTrue(screen.positive(0));
        assertEquals(Optional.of("ACH-000219"), screen.lines().get(0).depMapId());
        assertEquals("Skin", screen.tissue(0));
        assertEquals(Optional.of("CCO"), screen.drugs().get(0).smiles());
    }

    @Test
    void aTieOfLabelsIsNotPositive() throws IOException {
        Screen screen = deepdds("ALPHA\tBETA\tA375\t1\t3\t0\tmelanoma\t1\t0\t0\t0\t0\n"
                + "ALPHA\tBETA\tA375\t0\t5\t0\tmelanoma\t1\t0\t0\t0\t0\n");
        assertFalse(screen.positive(0));
        assertTrue(Double.isNaN(screen.score(0)), "labels alone have no score");
    }

    @Test
    void aScoreIsAveragedBeforeItIsCut() throws IOException {
        write("combinations/oneil/smiles.tsv", "drug\tsmiles\nALPHA\tCCO\nBETA\tCCN\n");
        write(
                "combinations/oneil/loewe.tsv",
                "drug_a\tdrug_b\tcell_line\tloewe\tfold\nALPHA\tBETA\tA375\t50\t2\nBETA\tALPHA\tA375\t8\t2\n");
        Screen screen = Screens.ONEIL.read(new DataFiles(data));
        assertEquals(29, screen.score(0));
        assertFalse(screen.positive(0), "29 is not above 30, though one replicate was");
    }

    @Test
    void aSensitivityScoreIsMinusTheAreaAndMixturesAreLeftOut() throws IOException {
        write("sensitivity/compound_info.csv", "master_cpd_id,cpd_name\n1,erastin\n2,a:b (1:1 mol/mol)\n");
        write("sensitivity/cancer_cell_line_info.csv", "master_ccl_id,ccl_name,cancer_type\n7,A375,skin\n");
        write("sensitivity/Experiment_info.csv", "expt_id,master_ccl_id\n9,7\n10,7\n");
        write("sensitivity/AUC_1.csv", "experiment_id,area_under_curve,master_cpd_id\n9,10,1\n9,3,2\n");
        write("sensitivity/AUC_2.csv", "experiment_id,area_under_curve,master_cpd_id\n10,14,1\n");
        Screen screen = Screens.CTRP.read(new DataFiles(data));
        assertEquals(1, screen.size());
        assertTrue(screen.singleAgent(0));
        assertEquals(-12, screen.score(0));
        write("sensitivity/AUC_2.csv", "experiment_id,area_under_curve,master_cpd_id\n11,14,1\n");
        assertMessage("AUC_2.csv, record 2, column experiment_id: '11' is in no list", Screens.CTRP);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        assertMessage("lacks combinations/deepdds/labels_with_folds.tsv", Screens.DEEPDDS);
        write(
                "combinations/deepdds/labels_with_folds.tsv",
                DEEPDDS_HEAD + "ALPHA\tBETA\tA375\t2\t3\t0\tmelanoma\t1\t0\t0\t0\t0\n");
        assertMessage("labels_with_folds.tsv, record 2, column label: '2' is not 0 or 1", Screens.DEEPDDS);
        write("combinations/deepdds/labels_with_folds.tsv", DEEPDDS_HEAD);
        assertMessage("the screen deepdds holds no row", Screens.DEEPDDS);
        write("combinations/deepdds/labels_with_folds.tsv", "drug_a\tdrug_b\nALPHA\tBETA\n");
        assertMessage("has no column", Screens.DEEPDDS);
        assertThrows(IllegalArgumentException.class, () -> new DataFiles(data.resolve("nowhere")));
    }

    private void assertMessage(String part, Screens screen) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> screen.read(new DataFiles(data)));
        assertTrue(wrong.getMessage().contains(part), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("\n"));
    }

    @Test
    void thePublicScreensHaveTheirKnownSizes() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no data directory beside the project");
        DataFiles files = new DataFiles(DATA);
        Screen deepdds = Screens.DEEPDDS.read(files);
        assertEquals(12_415 - 185, deepdds.size());
        assertEquals(36, deepdds.drugs().size());
        assertEquals(31, deepdds.lines().size());
        Screen oneil = Screens.ONEIL.read(files);
        assertEquals(23_052 - 315, oneil.size());
        assertEquals(38, oneil.drugs().size());
        Screen sanger = Screens.SANGER.read(files);
        assertEquals(46_124, sanger.size());
        assertEquals(61, sanger.drugs().size(), "one of the 62 has no row");
        assertEquals(
                3_412,
                IntStream.range(0, sanger.size()).filter(sanger::positive).count());
    }
}
