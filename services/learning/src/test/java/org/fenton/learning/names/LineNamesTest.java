package org.fenton.learning.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fenton.learning.kernel.LineTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineNamesTest {
    private final LineNames names = LineNames.fromTsv(new LineNames(
                    List.of("PROGENy_MAPK", "RPPA_JAK2"),
                    List.of(
                            line("ACH-000219", 0.25, "A375", "A375_SKIN"),
                            line("ACH-000463", Double.NaN, "NCIH460", "NCIH460_LUNG"),
                            line("ACH-000561", 1, "TT", "TT_THYROID"),
                            line("ACH-001321", 1, "TT", "TT_OESOPHAGUS"),
                            new KnownLine(
                                    "UWB1289BRCA1",
                                    List.of("UWB1289BRCA1"),
                                    new LineTraits(Optional.empty(), new double[] {Double.NaN, Double.NaN}))))
            .toTsv());

    private static KnownLine line(String key, double level, String... names) {
        return new KnownLine(
                key, List.of(names), new LineTraits(Optional.of("Skin"), new double[] {level, Double.NaN}));
    }

    @ParameterizedTest
    @CsvSource({
        "A375,ACH-000219",
        "a-375,ACH-000219",
        "A375_SKIN,ACH-000219",
        "A375/ATCC,ACH-000219",
        "A-375 (TB),ACH-000219",
        "ach-000219,ACH-000219",
        "NCI-H460,ACH-000463",
        "H460,ACH-000463",
        "TT_THYROID,ACH-000561",
        "UWB1289+BRCA1,UWB1289BRCA1"
    })
    void aLineIsFoundByItsUsualNames(String written, String key) {
        assertEquals(key, ((LineMatch.Known) names.find(written)).line().key());
    }

    @Test
    void aNameOfTwoLinesIsNotGuessed() {
        assertEquals(new LineMatch.Unknown(List.of("TT_THYROID", "TT_OESOPHAGUS")), names.find("TT"));
        assertEquals(new LineMatch.Unknown(List.of("TT_THYROID", "TT_OESOPHAGUS")), names.find("T.T"));
        assertEquals(new LineMatch.Unknown(List.of("A375")), names.find("A357"));
    }

    @Test
    void missingLevelsStayMissing() {
        KnownLine known = ((LineMatch.Known) names.find("A375")).line();
        assertEquals(0.25, known.traits().profile()[0]);
        assertTrue(Double.isNaN(known.traits().profile()[1]));
        assertTrue(known.hasLevels());
        assertFalse(((LineMatch.Known) names.find("UWB1289BRCA1")).line().hasLevels());
        assertEquals(names.toTsv(), LineNames.fromTsv(names.toTsv()).toTsv());
    }

    @Test
    void aDamagedTableIsRefusedWithItsLine() {
        String damaged = names.toTsv().replace("\tSkin\t0.25\t\n", "\tSkin\n");
        assertEquals(
                "line 2 of the directory of lines has 3 cells, not 5",
                assertThrows(IllegalArgumentException.class, () -> LineNames.fromTsv(damaged))
                        .getMessage());
    }
}
