package org.fenton.learning.training;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Boosted trees laid out flat.
 *
 * <p>Formula: with m(c) the sum of the leaves that a vector reaches in the trees of class c,
 * P(synergy) = 1 / (1 + exp(m(other) − m(synergy))). A value goes left when it is below the node's threshold, compared
 * as 32-bit floats; a missing value goes where training sent missing values. The sum is exact (see {@link #leaves}).
 *
 * <p>Bytes: {@code FTRE}, version 1, node count, tree count; per tree its root and +1 (synergy) or −1; per node feature
 * (−1 for a leaf), threshold or leaf value, left, right, missing. Equal to XGBoost's own prediction to 1e-6 (tested).
 */
public final class TreeEnsemble implements ScoringModel {
    static final int MAGIC = 0x46545245;
    private static final int VERSION = 1;
    private static final int LEAF = -1;

    private final int[] root;
    private final int[] direction;
    private final int[] feature;
    private final float[] value;
    private final int[] left;
    private final int[] right;
    private final int[] missing;
    private volatile @Nullable Leaves leaves;
    private volatile @Nullable CompiledTrees compiled;
    private volatile @Nullable Splits splits;

    /** One node; a leaf has {@code feature} −1 and its value as {@code value}. */
    record Node(int feature, float value, int left, int right, int missing) {
        static Node leaf(float value) {
            return new Node(LEAF, value, 0, 0, 0);
        }
    }

    /** Where a tree starts in the node list and which way its leaves count. */
    record Tree(int root, int direction) {}

    TreeEnsemble(List<Tree> trees, List<Node> nodes) {
        root = trees.stream().mapToInt(Tree::root).toArray();
        direction = trees.stream().mapToInt(Tree::direction).toArray();
        feature = nodes.stream().mapToInt(Node::feature).toArray();
        value = new float[nodes.size()];
        left = nodes.stream().mapToInt(Node::left).toArray();
        right = nodes.stream().mapToInt(Node::right).toArray();
        missing = nodes.stream().mapToInt(Node::missing).toArray();
        for (int i = 0; i < value.length; i++) {
            value[i] = nodes.get(i).value();
        }
    }

    private TreeEnsemble(int trees, int nodes) {
        root = new int[trees];
        direction = new int[trees];
        feature = new int[nodes];
        value = new float[nodes];
        left = new int[nodes];
        right = new int[nodes];
        missing = new int[nodes];
    }

    public int trees() {
        return root.length;
    }

    public int nodes() {
        return feature.length;
    }

    /** Features that some node asks for, ascending. */
    int[] usedFeatures() {
        return Arrays.stream(feature).filter(f -> f != LEAF).sorted().distinct().toArray();
    }

    /** One more than the largest feature index. */
    int features() {
        int largest = LEAF;
        for (int f : feature) {
            largest = Math.max(largest, f);
        }
        return largest + 1;
    }

    @Override
    public double probability(double[] vector) {
        return compiled().probability(vector);
    }

    @Override
    public double[] probabilities(int rows, double[] vector, Candidates.Rows source) {
        return compiled().probabilities(rows, vector, source);
    }

    @Override
    public Candidates candidates(int rows, int features, BitSet ofCase, Candidates.Rows source) {
        return new TreeCandidates(this, rows, features, ofCase, source);
    }

    private CompiledTrees compiled() {
        CompiledTrees made = compiled;
        if (made == null) {
            // Two threads may both get here; they make the same thing.
            made = CompiledTrees.of(this);
            compiled = made;
        }
        return made;
    }

    /** The definition, one comparison after the other: what the compiled forms are held to. */
    double walk(double[] vector) {
        Leaves leaves = leaves();
        double margin = 0;
        for (int r : root) {
            int node = r;
            while (feature[node] != LEAF) {
                node = next(node, vector[feature[node]]);
            }
            margin += leaves.margin()[node];
        }
        return chance(margin);
    }

    /** Where a vector with {@code x} as the node's feature goes. */
    int next(int node, double x) {
        float narrow = (float) x;
        return Float.isNaN(narrow) ? missing[node] : narrow < value[node] ? left[node] : right[node];
    }

    static double chance(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    int root(int tree) {
        return root[tree];
    }

    boolean isLeaf(int node) {
        return feature[node] == LEAF;
    }

    int feature(int node) {
        return feature[node];
    }

    float threshold(int node) {
        return value[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    boolean missingGoesLeft(int node) {
        return missing[node] == left[node];
    }

    /**
     * The different questions that nodes ask.
     *
     * @param of the question of each node, -1 for a leaf
     */
    record Splits(int[] of, int count) {}

    /** Nodes that ask the same of the same feature, a missing value included, have the same split. */
    Splits splits() {
        Splits made = splits;
        if (made == null) {
            Map<List<Object>, Integer> places = new HashMap<>();
            int[] of = new int[feature.length];
            for (int n = 0; n < of.length; n++) {
                List<Object> question = List.of(feature[n], value[n], missingGoesLeft(n));
                of[n] = isLeaf(n) ? LEAF : places.computeIfAbsent(question, q -> places.size());
            }
            made = new Splits(of, places.size());
            splits = made;
        }
        return made;
    }

    /** What each leaf adds to the margin, by node. */
    record Leaves(double[] margin) {}

    /**
     * Leaves counted towards synergy, on a grid so coarse that their sum is exact.
     *
     * <p>With S the sum over trees of the largest |leaf| and 2^e the power of two above S, every leaf is rounded to a multiple of
     * 2^(e − 53). A double holds every partial sum without rounding, so trees may be added in any order, some ahead of time, and the
     * answer is the same to the last bit. The rounding moves the margin by less than trees · 2^(e − 54).
     */
    Leaves leaves() {
        Leaves made = leaves;
        if (made == null) {
            made = new Leaves(gridded());
            leaves = made;
        }
        return made;
    }

    private double[] gridded() {
        int[] sign = new int[feature.length];
        double total = 0;
        for (int t = 0; t < root.length; t++) {
            total += mark(t, direction[t], sign);
        }
        double grid = Math.scalb(1.0, Math.getExponent(Math.max(total, Double.MIN_NORMAL)) + 1 - 53);
        double[] margin = new double[feature.length];
        for (int n = 0; n < margin.length; n++) {
            margin[n] = sign[n] * Math.rint(value[n] / grid) * grid;
        }
        return margin;
    }

    /** Notes the sign of each leaf of a tree and returns the largest |leaf|. */
    private double mark(int tree, int direction, int[] sign) {
        int[] waiting = {root[tree]};
        int count = 1;
        double largest = 0;
        while (count > 0) {
            int node = waiting[--count];
            if (isLeaf(node)) {
                sign[node] = direction;
                largest = Math.max(largest, Math.abs((double) value[node]));
            } else {
                waiting = waiting.length < count + 2 ? Arrays.copyOf(waiting, 2 * count + 2) : waiting;
                waiting[count++] = left[node];
                waiting[count++] = right[node];
            }
        }
        return largest;
    }

    @Override
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(feature.length);
            out.writeInt(root.length);
            for (int t = 0; t < root.length; t++) {
                out.writeInt(root[t]);
                out.writeInt(direction[t]);
            }
            for (int n = 0; n < feature.length; n++) {
                out.writeInt(feature[n]);
                out.writeFloat(value[n]);
                out.writeInt(left[n]);
                out.writeInt(right[n]);
                out.writeInt(missing[n]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static TreeEnsemble readBody(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("tree ensemble of version " + version + "; this code reads version " + VERSION);
        }
        int nodes = in.readInt();
        TreeEnsemble trees = new TreeEnsemble(in.readInt(), nodes);
        for (int t = 0; t < trees.root.length; t++) {
            trees.root[t] = in.readInt();
            trees.direction[t] = in.readInt();
        }
        for (int n = 0; n < nodes; n++) {
            trees.feature[n] = in.readInt();
            trees.value[n] = in.readFloat();
            trees.left[n] = in.readInt();
            trees.right[n] = in.readInt();
            trees.missing[n] = in.readInt();
        }
        try {
            trees.compiled();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return trees;
    }
}
