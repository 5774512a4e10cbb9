package org.fenton.learning.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.core.programme.ActivityProgramme;
import org.fenton.core.programme.Programme;
import org.fenton.core.programme.ProgrammePanel;
import org.fenton.core.programme.Programmes;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.files.Vocabulary;
import org.junit.jupiter.api.Test;

class ProgrammePanelMakerTest {
    private static final Path DATA = Path.of("../../../shared/data");

    @Test
    void theCommittedPanelIsThatOfTheData() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "public data are not at hand");
        assertEquals(
                Vocabulary.text("activity/programme-panel.tsv"), new ProgrammePanelMaker().table(new DataFiles(DATA)));
    }

    @Test
    void theCommittedPanelReads() throws IOException {
        ProgrammePanel panel = ProgrammePanel.read(new StringReader(Vocabulary.text("activity/programme-panel.tsv")));
        assertEquals(58, panel.lines());
        assertTrue(panel.name().startsWith("NCI-60 cell lines by RNA-seq"));
    }

    @Test
    void everyActivityOfAProgrammeIsInTheBundlesNetworks() throws IOException {
        for (String name : Bundle.NETWORKS) {
            Path file = Path.of("../../bundles/zip-1/networks/" + name + ".tsv");
            try (Reader text = new BufferedReader(Files.newBufferedReader(file))) {
                Network network = NetworkReader.read(name, text);
                for (Programme programme : Programmes.standard().list()) {
                    if (programme instanceof ActivityProgramme balance) {
                        balance.members().stream()
                                .filter(member -> member.network().equals(name))
                                .forEach(member -> assertTrue(
                                        network.targetsOf(member.activity()).size() >= 5, member.name()));
                    }
                }
            }
        }
    }
}
