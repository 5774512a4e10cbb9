package org.fenton.learning.training;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Boosted trees laid out flat.
 *
 * <p>Formula: with m(c) the sum of the leaves that a vector reaches in the trees of class c,
 * P(synergy) = 1 / (1 + exp(m(other) − m(synergy))). A value goes left when it is below the node's threshold, compared
 * as 32-bit floats; a missing value goes where training sent missing values.
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

    @Override
    public double probability(double[] vector) {
        double margin = 0;
        for (int t = 0; t < root.length; t++) {
            int node = root[t];
            while (feature[node] != LEAF) {
                float x = (float) vector[feature[node]];
                node = Float.isNaN(x) ? missing[node] : x < value[node] ? left[node] : right[node];
            }
            margin += direction[t] * (double) value[node];
        }
        return 1 / (1 + Math.exp(-margin));
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
        return trees;
    }
}
