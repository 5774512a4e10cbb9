package org.fenton.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compiled trees, and candidates asked of trees, against the plain walk, bit for bit. */
class CompiledTreesTest {
    private static final int FEATURES = 9;
    private static final float[] THRESHOLDS = {-1.5f, -0.0f, 0f, Float.MIN_VALUE, 0.5f, 1f, 1.5f, 3e38f, -3e38f};

    @Property(tries = 300)
    void anyTreesFixedFeaturesAndRowsGiveTheSameBits(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 140) int rows) {
        Random random = new Random(seed);
        TreeEnsemble trees = trees(random, 1 + random.nextInt(13));
        BitSet fixed = new BitSet();
        for (int f = 0; f < FEATURES; f++) {
            fixed.set(f, random.nextInt(3) == 0);
        }
        double[] ofCase = vector(random);
        List<double[]> vectors = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            double[] vector = vector(random);
            fixed.stream().forEach(f -> vector[f] = ofCase[f]);
            vectors.add(vector);
        }
        Candidates.Rows source = (r, into) -> copy(vectors.get(r), into);
        double[] together = trees.probabilities(rows, new double[FEATURES], source);
        // Rows without the case's features, as whoever knows the candidates before the case has them.
        Candidates candidates = trees.candidates(rows, FEATURES, fixed, (r, into) -> {
            for (int f = 0; f < FEATURES; f++) {
                into[f] = fixed.get(f) ? 1e9 : vectors.get(r)[f];
            }
        });
        double[] divided = candidates.probabilities(ofCase);
        double[] again = candidates.probabilities(ofCase);
        for (int r = 0; r < rows; r++) {
            long expected = Double.doubleToRawLongBits(trees.walk(vectors.get(r)));
            assertEquals(expected, Double.doubleToRawLongBits(trees.probability(vectors.get(r))));
            assertEquals(expected, Double.doubleToRawLongBits(together[r]));
            assertEquals(expected, Double.doubleToRawLongBits(divided[r]));
            assertEquals(expected, Double.doubleToRawLongBits(again[r]));
        }
    }

    @Property(tries = 50)
    void theGridMovesTheMarginByLessThanItSays(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        TreeEnsemble trees = trees(random, 12);
        TreeEnsemble read =
                (TreeEnsemble) ScoringModel.read(new DataInputStream(new ByteArrayInputStream(trees.toBytes())));
        double[] vector = vector(random);
        double plain = 0;
        for (int t = 0; t < trees.trees(); t++) {
            int node = trees.root(t);
            while (!trees.isLeaf(node)) {
                node = trees.next(node, vector[trees.feature(node)]);
            }
            plain += (t % 2 == 0 ? 1 : -1) * (double) trees.threshold(node);
        }
        assertEquals(1 / (1 + Math.exp(-plain)), trees.walk(vector), 1e-12);
        assertEquals(trees.walk(vector), read.probability(vector));
    }

    @Test
    void aTreeBeyondTheLayoutIsRefusedWithItsSize() {
        // A vine: node 2i splits, 2i + 1 is its leaf, 2i + 2 the next split.
        List<TreeEnsemble.Node> nodes = new ArrayList<>();
        int deep = 33_000;
        for (int i = 0; i < deep; i++) {
            nodes.add(new TreeEnsemble.Node(0, deep - i, 2 * i + 1, 2 * i + 2, 2 * i + 1));
            nodes.add(TreeEnsemble.Node.leaf(1));
        }
        nodes.add(TreeEnsemble.Node.leaf(2));
        TreeEnsemble vine = new TreeEnsemble(List.of(new TreeEnsemble.Tree(0, 1)), nodes);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> vine.probability(new double[1]));
        assertTrue(String.valueOf(refused.getMessage()).contains("a tree of 66001 nodes"), refused.getMessage());
    }

    private static void copy(double[] from, double[] into) {
        System.arraycopy(from, 0, into, 0, from.length);
    }

    private static double[] vector(Random random) {
        double[] vector = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            vector[f] = switch (random.nextInt(4)) {
                case 0 -> Double.NaN;
                case 1 -> random.nextInt(3);
                case 2 -> THRESHOLDS[random.nextInt(THRESHOLDS.length)];
                default -> random.nextGaussian();
            };
        }
        return vector;
    }

    private static TreeEnsemble trees(Random random, int count) {
        List<TreeEnsemble.Node> nodes = new ArrayList<>();
        List<TreeEnsemble.Tree> trees = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            trees.add(new TreeEnsemble.Tree(grow(nodes, random, random.nextInt(9)), t % 2 == 0 ? 1 : -1));
        }
        return new TreeEnsemble(trees, nodes);
    }

    private static int grow(List<TreeEnsemble.Node> nodes, Random random, int depth) {
        int here = nodes.size();
        nodes.add(TreeEnsemble.Node.leaf((float) random.nextGaussian() / 3));
        if (depth > 0 && random.nextInt(12) > 0) {
            int left = grow(nodes, random, depth - 1);
            int right = grow(nodes, random, depth - 1);
            float threshold = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
            int missing = random.nextBoolean() ? left : right;
            nodes.set(here, new TreeEnsemble.Node(random.nextInt(FEATURES), threshold, left, right, missing));
        }
        return here;
    }
}
