package org.fenton.learning.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DrugDirectory;
import org.fenton.learning.data.LineProfiles;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.Screens;
import org.fenton.learning.structure.StructureReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directories made of the public lists; runs where those are at hand. */
class ListedNamesTest {
    private static final Path DATA = Path.of("../../../shared/data");
    private static final Path SEEDS = Path.of("../catalog/src/main/resources/seed");

    private static DataFiles files;
    private static DrugNames drugs;
    private static LineNames lines;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no data directory beside the project");
        files = new DataFiles(DATA);
        StructureReader structures = new StructureReader();
        drugs = DrugNamesMaker.read(files, DrugDirectory.read(files, structures), structures, Optional.of(SEEDS));
        lines = LineNamesMaker.read(files, LineProfiles.read(files));
    }

    private static String found(String written) {
        return drugs.find(written) instanceof DrugMatch.Known known
                ? known.drug().name()
                : "none";
    }

    @Test
    void namesOfHubScreensAndSeedsMeet() {
        assertEquals("ruxolitinib", found("Jakafi"));
        assertEquals("ruxolitinib", found("HFNKQEVNSGCOJV-OAHLLOKOSA-N"));
        assertEquals("veliparib", found("ABT-888"));
        assertEquals("bortezomib", found("Velcade"));
        assertEquals("panobinostat", found("LBH-589"));
        assertEquals("RSL3", found("1S,3R-RSL-3"));
        assertEquals("dexamethasone", found("dexamethasone"), "not betamethasone, its stereoisomer");
    }

    @Test
    void everyDrugAndLineOfTheScreensIsFoundUnderItsKey() throws IOException {
        for (Screens each : List.of(Screens.DRUGCOMBDB, Screens.ONEIL, Screens.SANGER)) {
            Screen screen = each.read(files);
            for (Screen.Drug drug : screen.drugs()) {
                for (String written : new TreeSet<>(List.of(drug.key(), drug.name()))) {
                    assertTrue(
                            drugs.find(written) instanceof DrugMatch.Known known
                                    && drugs.keys(known.drug()).contains(drug.key()),
                            screen.name() + ": " + written + " is " + drugs.find(written));
                }
            }
            for (Screen.Line line : screen.lines()) {
                assertTrue(
                        lines.find(line.name()) instanceof LineMatch.Known known
                                && known.line().key().equals(line.key()),
                        screen.name() + ": " + line.name() + " is " + lines.find(line.name()));
            }
        }
    }

    @Test
    void noSmilesOfTheListsIsHandedOn() {
        assertTrue(drugs.toTsv().lines().noneMatch(line -> line.contains("c1ccccc1")));
    }
}
