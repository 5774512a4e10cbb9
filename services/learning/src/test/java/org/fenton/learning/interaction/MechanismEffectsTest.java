package org.fenton.learning.interaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.LineTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a graph of this test's own: STAT3 shields by GPX4 in the breast, STAT1 drives ferroptosis everywhere. */
class MechanismEffectsTest {
    private static final List<String> LEVELS = List.of("PROGENy_JAK-STAT", "RPPA_STAT3_pY705");
    private static final double UNKNOWN = Double.NaN;
    private static final DrugTraits STAT3_INHIBITOR = hitting("STAT3", "STAT inhibitor");
    private static final DrugTraits STAT1_INHIBITOR = hitting("STAT1", "STAT inhibitor");

    @TempDir
    static Path folder;

    static MechanismEffects effects(List<String> levels) {
        return new MechanismEffects(slice(), levels);
    }

    private static GraphSlice slice() {
        return new GraphSlice(String.join(
                        "\n",
                        edge("E1", "STAT3", "GPX4", "+", "breast"),
                        edge("E2", "GPX4", "ferroptosis", "-", "general"),
                        edge("E3", "STAT1", "ferroptosis", "+", "general"),
                        """
                {"id":"breast","kind":"TUMOUR","name":"breast","oncotree":["BREAST"],"type":"scope"}""",
                        """
                {"id":"BREAST","name":"Breast","parent":"TISSUE","tissue":"Breast","type":"tumour"}""",
                        """
                {"id":"LUNG","name":"Lung","parent":"TISSUE","tissue":"Lung","type":"tumour"}""")
                + "\n");
    }

    private static String edge(String id, String from, String to, String sign, String scope) {
        return """
                {"id":"%s","from":["%s"],"to":["%s"],"sign":"%s","scopes":["%s"],"level":"IN_VITRO","studies":["PMID:1"],\
                "confidence":"A","mechanism":"","contextText":"","note":"","inferredModel":false,"source":["S"],\
                "ferroptosis":"CONTEXT","type":"edge"}""".formatted(id, from, to, sign, scope);
    }

    private static DrugTraits hitting(String gene, String mechanism) {
        return new DrugTraits(Optional.empty(), Optional.of(Set.of(gene)), Optional.of(Set.of(mechanism)));
    }

    private static LineTraits line(String tissue, double jakStat, double stat3) {
        return new LineTraits(Optional.of(tissue), new double[] {jakStat, stat3});
    }

    @Test
    void theSameDrugCountsForMoreWhereItsArmIsMoreActiveAndWasSeen() {
        MechanismEffects effects = effects(LEVELS);
        double[] active = effects.of(STAT3_INHIBITOR, line("Breast", UNKNOWN, 2));
        double[] silent = effects.of(STAT3_INHIBITOR, line("Breast", UNKNOWN, -2));
        double[] elsewhere = effects.of(STAT3_INHIBITOR, line("Lung", UNKNOWN, 2));
        assertTrue(active[0] > silent[0] && active[0] > elsewhere[0] && elsewhere[0] > 0);
        assertEquals(0, active[1]);
    }

    @Test
    void anInhibitorOfTheDrivingArmInhibitsAndAnActivatorPromotes() {
        MechanismEffects effects = effects(LEVELS);
        LineTraits lung = line("Lung", 1, UNKNOWN);
        double[] inhibitor = effects.of(STAT1_INHIBITOR, lung);
        double[] activator = effects.of(hitting("STAT1", "STAT activator"), lung);
        assertTrue(inhibitor[1] > 0 && inhibitor[0] == 0);
        assertTrue(activator[0] > 0 && activator[1] == 0);
    }

    @Test
    void aPairHasBothSidesWhicheverComesFirst() {
        MechanismEffects effects = effects(LEVELS);
        LineTraits breast = line("Breast", 1, 1);
        double[] pair = effects.of(STAT3_INHIBITOR, STAT1_INHIBITOR, breast);
        assertArrayEquals(pair, effects.of(STAT1_INHIBITOR, STAT3_INHIBITOR, breast));
        assertEquals(effects.of(STAT3_INHIBITOR, breast)[0], pair[0], 1e-12);
        assertEquals(effects.of(STAT1_INHIBITOR, breast)[1], pair[1], 1e-12);
    }

    @Test
    void unknownTargetsAreMissingAndTargetsOutsideTheGraphDoNothing() {
        MechanismEffects effects = effects(LEVELS);
        LineTraits anywhere = LineTraits.unknown();
        assertArrayEquals(MechanismEffects.unknown(), effects.of(DrugTraits.unknown(), anywhere));
        assertArrayEquals(new double[] {0, 0}, effects.of(hitting("TUBB", "tubulin inhibitor"), anywhere));
        assertArrayEquals(MechanismEffects.unknown(), effects.of(STAT1_INHIBITOR, DrugTraits.unknown(), anywhere));
    }

    @Test
    void aSliceKeepsTheGraphOfAReleaseAndNothingElse() throws IOException {
        Path release = Files.writeString(folder.resolve("release.jsonl"), slice().text() + """
                {"id":"ruxolitinib","name":"ruxolitinib","type":"drug"}
                {"id":"TNBC","name":"Triple negative","parent":"BREAST","tissue":"Breast","type":"tumour"}
                """);
        assertEquals(slice(), GraphSlice.of(release));
        Path none = Files.writeString(folder.resolve("none.jsonl"), "not json\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> GraphSlice.of(none))
                .getMessage()
                .contains("line 1 is no line of a release"));
    }
}
