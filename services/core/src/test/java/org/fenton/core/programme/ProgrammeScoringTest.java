package org.fenton.core.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.Ulm;
import org.junit.jupiter.api.Test;

class ProgrammeScoringTest {
    private static final Programmes TWO_SETS = programmes("""
            set\tSet\tGENES\tPROMOTES\tA
            pair\tPair\tGENES\tSUPPRESSES\t-""", """
            set\tA\t+\tE001
            set\tB\t+\tE002
            set\tC\t-\tE003
            pair\tD\t+\tE004
            pair\tE\t+\tE005""");
    private static final Map<String, Double> PROFILE =
            Map.of("A", 2.0, "B", 1.0, "C", -1.5, "D", 0.3, "E", -0.2, "F", 0.1, "G", -0.7, "H", 0.4);

    @Test
    void aSetIsTheUlmValueOfItsSigns() {
        ProgrammeActivity activity = score(TWO_SETS, PROFILE).get(0);
        // r of x = 2 1 -1.5 0.3 -0.2 0.1 -0.7 0.4 with w = 1 1 -1 0 0 0 0 0, t = r sqrt(6 / (1 - r^2))
        double[] x = {2, 1, -1.5, 0.3, -0.2, 0.1, -0.7, 0.4};
        double mean = 1.4 / 8;
        double product = 4.5 - mean;
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        double r = product / Math.sqrt(squares * (3 - 1.0 / 8));
        var s = activity.score().orElseThrow();
        assertEquals(r * Math.sqrt(6 / (1 - r * r)), s.value(), 1e-12);
        assertEquals(1, s.doubt());
        assertTrue(s.pValue().getAsDouble() < 0.05);
        assertEquals(
                Math.min(1, 2 * s.pValue().getAsDouble()),
                s.falseDiscoveryRate().getAsDouble(),
                1e-15);
    }

    @Test
    void aMissingGeneIsLeftOutAndNeverZero() {
        Map<String, Double> without = without(PROFILE, "C");
        ProgrammeActivity activity = score(TWO_SETS, without).get(0);
        assertEquals(List.of("C"), activity.coverage().missing());
        assertEquals(2, activity.coverage().measured());
        assertEquals(3, activity.coverage().total());
        Programmes smaller = programmes("set\tSet\tGENES\tPROMOTES\tA", "set\tA\t+\tE001\nset\tB\t+\tE002");
        assertEquals(
                score(smaller, without).get(0).score().orElseThrow().value(),
                activity.score().orElseThrow().value());
        assertEquals(Math.sqrt(1.5), activity.score().orElseThrow().doubt(), 1e-15);
    }

    @Test
    void tooLittleGivesNoScoreAndSaysWhy() {
        assertEquals(
                "its key gene A has no value",
                score(TWO_SETS, without(PROFILE, "A")).get(0).coverage().reason());
        ProgrammeActivity thin =
                score(TWO_SETS, without(without(PROFILE, "B"), "C")).get(0);
        assertEquals("1 of 3 genes measured, 2 needed", thin.coverage().reason());
        assertEquals(Optional.empty(), thin.score());
        ProgrammeActivity none =
                score(TWO_SETS, without(without(PROFILE, "D"), "E")).get(1);
        assertEquals("0 of 2 genes measured, 1 needed", none.coverage().reason());
    }

    @Test
    void aBalanceIsTheMeanOfOneArmLessThatOfTheOther() {
        Network network = network(Map.of("UP1", "A B C D E", "UP2", "B C D E F", "DOWN", "D E F G H", "THIN", "A B"));
        Programmes balance = programmes(
                "b\tB\tACTIVITIES\tCONTEXT\t-",
                "b\tnet:UP1\t+\tE001\nb\tnet:UP2\t+\tE001\nb\tnet:DOWN\t-\tE001\nb\tnet:THIN\t-\tE001");
        ProgrammeActivity activity = new ProgrammeScoring(balance, Map.of("net", network))
                .score(matrix(PROFILE))
                .get(0);
        var table = new Ulm().infer(matrix(PROFILE), network, 5);
        double up = (table.find("UP1", "X").orElseThrow().score()
                        + table.find("UP2", "X").orElseThrow().score())
                / 2;
        double down = table.find("DOWN", "X").orElseThrow().score();
        var score = activity.score().orElseThrow();
        assertEquals(up - down, score.value(), 1e-12);
        // raising arm: 2 of 2 members, doubt 1 each, 2/2 * 2/4; lowering arm: 1 of 2 members, 2/1 * 1/1
        assertEquals(Math.sqrt(0.5 + 2), score.doubt(), 1e-12);
        assertTrue(score.pValue().isEmpty());
        assertEquals(List.of("net:THIN"), activity.coverage().missing());
        assertEquals(15, activity.coverage().measured());
        assertEquals(17, activity.coverage().total());
    }

    @Test
    void aBalanceWithoutOneOfItsArmsHasNoScore() {
        Network network = network(Map.of("UP", "A B C D E", "THIN", "A B"));
        Programmes balance = programmes("b\tB\tACTIVITIES\tCONTEXT\t-", "b\tnet:UP\t+\tE001\nb\tnet:THIN\t-\tE001");
        ProgrammeActivity activity = new ProgrammeScoring(balance, Map.of("net", network))
                .score(matrix(PROFILE))
                .get(0);
        assertEquals(Optional.empty(), activity.score());
        assertEquals(
                "0 of 1 activities on its lowering side have enough measured targets, 1 needed",
                activity.coverage().reason());
    }

    @Test
    void anUnknownMemberAndAConstantProfileAreRefused() {
        Programmes balance = programmes("b\tB\tACTIVITIES\tCONTEXT\t-", "b\tnet:UP\t+\tE001");
        var problem = assertThrows(IllegalArgumentException.class, () -> new ProgrammeScoring(balance, Map.of()));
        assertTrue(problem.getMessage().contains("no network with net:UP is given"), problem.getMessage());
        Map<String, Double> constant = new TreeMap<>(PROFILE);
        constant.replaceAll((gene, value) -> 1.0);
        assertThrows(IllegalArgumentException.class, () -> score(TWO_SETS, constant));
    }

    static List<ProgrammeActivity> score(Programmes programmes, Map<String, Double> profile) {
        return new ProgrammeScoring(programmes, Map.of()).score(matrix(profile));
    }

    static ExpressionMatrix matrix(Map<String, Double> values) {
        Map<GeneSymbol, Double> genes = new TreeMap<>();
        values.forEach((gene, value) -> genes.put(new GeneSymbol(gene), value));
        return ExpressionProfile.of("X", Scale.ZSCORE, genes).matrix();
    }

    private static Map<String, Double> without(Map<String, Double> values, String gene) {
        Map<String, Double> fewer = new TreeMap<>(values);
        fewer.remove(gene);
        return fewer;
    }

    private static Network network(Map<String, String> targets) {
        List<NetworkEdge> edges = new ArrayList<>();
        targets.forEach((source, genes) -> {
            for (String gene : genes.split(" ")) {
                edges.add(NetworkEdge.of(source, new GeneSymbol(gene), 1));
            }
        });
        return new Network("net", edges);
    }

    static Programmes programmes(String programmes, String members) {
        try {
            return ProgrammesTest.read(programmes, members);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
