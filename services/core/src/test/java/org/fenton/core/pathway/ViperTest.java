package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.fenton.core.id.GeneSymbol;
import org.junit.jupiter.api.Test;

/** viper against a second, plain writing of its definition, gene by gene in maps. */
class ViperTest {
    @Property(tries = 30)
    void equalsThePlainDefinition(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        ExpressionMatrix matrix = Cases.matrix(seed, 90, 1);
        Network network = Cases.network(seed + 1, 8, 30, 60);
        Map<String, Map<GeneSymbol, Double>> mode = modes(network);
        Map<String, Map<GeneSymbol, Double>> likelihood = ones(mode);
        Map<GeneSymbol, Double> values = values(matrix);
        Map<String, Double> plain = scores(values, mode, likelihood);
        compare(plain, new Viper(Viper.Pleiotropy.UNCORRECTED).infer(matrix, network, 5));
        shadow(values, mode, likelihood, plain);
        compare(scores(values, mode, likelihood), new Viper(Viper.Pleiotropy.CORRECTED).infer(matrix, network, 5));
    }

    @Test
    void aShadowedSourceLosesItsSignificanceAndTheOtherKeepsIt() {
        List<GeneSymbol> genes = Cases.genes(200);
        double[] values = new double[200];
        List<NetworkEdge> edges = new ArrayList<>();
        for (int g = 0; g < 200; g++) {
            values[g] = g < 30 ? 100 - g : (g * 37) % 97 * 0.1;
            if (g < 30) {
                edges.add(NetworkEdge.of("TRUE", genes.get(g), 1));
            }
            if (g < 30 && g % 2 == 0 || g >= 185) {
                edges.add(NetworkEdge.of("SHADOW", genes.get(g), 1));
            }
        }
        ExpressionMatrix matrix = new ExpressionMatrix(Scale.CONTRAST, genes, List.of("C"), new double[][] {values});
        Network network = new Network("n", edges);
        ActivityTable corrected = new Viper(Viper.Pleiotropy.CORRECTED).infer(matrix, network, 5);
        ActivityTable uncorrected = new Viper(Viper.Pleiotropy.UNCORRECTED).infer(matrix, network, 5);
        int shadow = corrected.sources().indexOf("SHADOW");
        assertTrue(uncorrected.activity(shadow, 0).pValue().orElseThrow() < 0.05);
        assertTrue(corrected.activity(shadow, 0).pValue().orElseThrow() > 0.05);
        int real = corrected.sources().indexOf("TRUE");
        assertTrue(corrected.activity(real, 0).pValue().orElseThrow() < 1e-6);
    }

    private static void compare(Map<String, Double> plain, ActivityTable table) {
        assertEquals(plain.size(), table.sources().size());
        for (PathwayActivity activity : table.activities()) {
            double expected = plain.get(activity.source());
            assertEquals(expected, activity.score(), 1e-9 * (1 + Math.abs(expected)), activity.source());
        }
    }

    private static Map<GeneSymbol, Double> values(ExpressionMatrix matrix) {
        Map<GeneSymbol, Double> values = new HashMap<>();
        for (int g = 0; g < matrix.genes().size(); g++) {
            values.put(matrix.genes().get(g), matrix.value(g, 0));
        }
        return values;
    }

    private static Map<String, Map<GeneSymbol, Double>> modes(Network network) {
        Map<String, Map<GeneSymbol, Double>> modes = new HashMap<>();
        for (String source : network.sources()) {
            double largest = network.targetsOf(source).stream()
                    .mapToDouble(edge -> Math.abs(edge.weight()))
                    .max()
                    .orElseThrow();
            Map<GeneSymbol, Double> mode = new HashMap<>();
            network.targetsOf(source).forEach(edge -> mode.put(edge.target(), edge.weight() / largest));
            modes.put(source, mode);
        }
        return modes;
    }

    private static Map<String, Map<GeneSymbol, Double>> ones(Map<String, Map<GeneSymbol, Double>> modes) {
        Map<String, Map<GeneSymbol, Double>> ones = new HashMap<>();
        modes.forEach((source, mode) -> {
            Map<GeneSymbol, Double> one = new HashMap<>();
            mode.keySet().forEach(gene -> one.put(gene, 1.0));
            ones.put(source, one);
        });
        return ones;
    }

    private static Map<String, Double> scores(
            Map<GeneSymbol, Double> values,
            Map<String, Map<GeneSymbol, Double>> mode,
            Map<String, Map<GeneSymbol, Double>> likelihood) {
        Map<String, Double> scores = new HashMap<>();
        mode.forEach((source, modes) -> scores.put(source, enrichment(values, modes, likelihood.get(source), 1)));
        return scores;
    }

    private static double enrichment(
            Map<GeneSymbol, Double> values,
            Map<GeneSymbol, Double> mode,
            Map<GeneSymbol, Double> likelihood,
            double direction) {
        int n = values.size();
        double far = (n - 1.0) / (n + 1);
        double two = 0;
        double one = 0;
        double total = 0;
        double largest = likelihood.values().stream().mapToDouble(l -> l).max().orElseThrow();
        double squares = 0;
        for (GeneSymbol gene : mode.keySet()) {
            double value = values.get(gene);
            double rank = 1 + values.values().stream().filter(x -> x < value).count();
            double position = rank / (n + 1);
            double l = likelihood.get(gene);
            two += direction * mode.get(gene) * l * StandardNormal.quantile(position);
            one += (1 - Math.abs(mode.get(gene)))
                    * l
                    * StandardNormal.quantile(Math.abs(2 * position - 1) + (1 - far) / 2);
            total += l;
            squares += l / largest * l / largest;
        }
        return (two < 0 ? -1 : 1) * (Math.abs(two) + Math.max(0, one)) / total * Math.sqrt(squares);
    }

    private static void shadow(
            Map<GeneSymbol, Double> values,
            Map<String, Map<GeneSymbol, Double>> mode,
            Map<String, Map<GeneSymbol, Double>> likelihood,
            Map<String, Double> scores) {
        List<String> significant = scores.keySet().stream()
                .filter(source -> StandardNormal.twoSidedP(scores.get(source)) < 0.05)
                .toList();
        Map<String, Map<GeneSymbol, Double>> untouched = ones(mode);
        for (String a : significant) {
            List<String> partners = significant.stream()
                    .filter(b -> !b.equals(a) && common(mode, a, b).size() >= 10)
                    .toList();
            for (String b : partners) {
                double d = logP(values, mode, untouched, scores, b, a) - logP(values, mode, untouched, scores, a, b);
                if (d > 0) {
                    for (GeneSymbol gene : common(mode, a, b)) {
                        likelihood.get(a).merge(gene, Math.pow(1 + d, -20.0 / partners.size()), (x, y) -> x * y);
                    }
                }
            }
        }
    }

    private static List<GeneSymbol> common(Map<String, Map<GeneSymbol, Double>> mode, String a, String b) {
        return mode.get(a).keySet().stream().filter(mode.get(b)::containsKey).toList();
    }

    private static double logP(
            Map<GeneSymbol, Double> values,
            Map<String, Map<GeneSymbol, Double>> mode,
            Map<String, Map<GeneSymbol, Double>> likelihood,
            Map<String, Double> scores,
            String a,
            String b) {
        Map<GeneSymbol, Double> within = new HashMap<>(values);
        within.keySet().retainAll(mode.get(a).keySet());
        Map<GeneSymbol, Double> shared = new HashMap<>(mode.get(a));
        shared.keySet().retainAll(mode.get(b).keySet());
        Map<GeneSymbol, Double> ones = new HashMap<>(likelihood.get(a));
        ones.keySet().retainAll(shared.keySet());
        double z = enrichment(within, shared, ones, Math.signum(scores.get(a)));
        return Math.log10(z < 0 ? 1 - StandardNormal.upperTail(-z) : StandardNormal.upperTail(z));
    }
}
