package org.fenton.learning.training;

import java.util.Arrays;

/**
 * Trees laid out to be walked without branches. Immutable.
 *
 * <p>A node is one 64-bit word: comparison key (32 bits), left child (16, within its tree; the right child is next to it) and slot (16). A leaf is its
 * own left child, so every tree takes as many equal steps as it is deep, and four rows step together. (Bit vectors of leaves, as in QuickScorer, were
 * tried for the same rows: they took a quarter longer.) Many candidates of one case have a quicker way, {@link TreeCandidates}.
 *
 * <p>A slot is a feature together with where a missing value goes: it holds the value as an ordered integer, or the smallest or largest integer for a
 * missing one. The probability equals {@link TreeEnsemble#walk} to the last bit, since leaves are summed without rounding.
 */
final class CompiledTrees {
    private static final int BLOCK = 32;

    private final int[] slotFeature;
    private final int[] slotMissing;
    private final long[] words;
    private final double[] margin;
    private final int[] root;
    private final int[] depth;
    private final double constant;

    private CompiledTrees(Layout layout) {
        slotFeature = Arrays.copyOf(layout.slotFeature, layout.slots);
        slotMissing = Arrays.copyOf(layout.slotMissing, layout.slots);
        words = Arrays.copyOf(layout.words, layout.nodes);
        margin = Arrays.copyOf(layout.margin, layout.nodes);
        root = Arrays.copyOf(layout.root, layout.trees);
        depth = Arrays.copyOf(layout.depth, layout.trees);
        constant = layout.constant;
    }

    /** @throws IllegalArgumentException when a tree has more than 65,536 nodes, or the trees that many features */
    static CompiledTrees of(TreeEnsemble trees) {
        Layout layout = new Layout(trees);
        for (int t = 0; t < trees.trees(); t++) {
            layout.add(trees.root(t));
        }
        return new CompiledTrees(layout);
    }

    double probability(double[] vector) {
        int[] keys = new int[slotFeature.length];
        encode(vector, keys, 0);
        double sum = constant;
        int t = 0;
        for (; t + 4 <= root.length; t += 4) {
            sum += ofFourTrees(keys, t);
        }
        for (; t < root.length; t++) {
            int node = root[t];
            for (int d = depth[t]; d > 0; d--) {
                node = step(root[t], node, keys, 0);
            }
            sum += margin[node];
        }
        return TreeEnsemble.chance(sum);
    }

    private double ofFourTrees(int[] keys, int t) {
        int r0 = root[t];
        int r1 = root[t + 1];
        int r2 = root[t + 2];
        int r3 = root[t + 3];
        int a = r0;
        int b = r1;
        int c = r2;
        int e = r3;
        int deepest = Math.max(Math.max(depth[t], depth[t + 1]), Math.max(depth[t + 2], depth[t + 3]));
        for (int d = deepest; d > 0; d--) {
            a = step(r0, a, keys, 0);
            b = step(r1, b, keys, 0);
            c = step(r2, c, keys, 0);
            e = step(r3, e, keys, 0);
        }
        return margin[a] + margin[b] + margin[c] + margin[e];
    }

    double[] probabilities(int rows, double[] vector, Candidates.Rows source) {
        double[] sums = new double[rows];
        Arrays.fill(sums, constant);
        int width = slotFeature.length;
        int[] keys = new int[BLOCK * width];
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            for (int i = 0; i < count; i++) {
                source.write(from + i, vector);
                encode(vector, keys, i * width);
            }
            addTrees(keys, sums, from, count);
        }
        for (int i = 0; i < rows; i++) {
            sums[i] = TreeEnsemble.chance(sums[i]);
        }
        return sums;
    }

    private void addTrees(int[] keys, double[] sums, int from, int count) {
        int width = slotFeature.length;
        for (int t = 0; t < root.length; t++) {
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                addTree(t, keys, i * width, sums, from + i);
            }
            for (; i < count; i++) {
                int node = root[t];
                for (int d = depth[t]; d > 0; d--) {
                    node = step(root[t], node, keys, i * width);
                }
                sums[from + i] += margin[node];
            }
        }
    }

    /** Four rows through one tree, whose steps do not wait for each other. */
    private void addTree(int t, int[] keys, int row, double[] sums, int at) {
        int width = slotFeature.length;
        int start = root[t];
        int row1 = row + width;
        int row2 = row1 + width;
        int row3 = row2 + width;
        int a = start;
        int b = start;
        int c = start;
        int e = start;
        for (int d = depth[t]; d > 0; d--) {
            a = step(start, a, keys, row);
            b = step(start, b, keys, row1);
            c = step(start, c, keys, row2);
            e = step(start, e, keys, row3);
        }
        sums[at] += margin[a];
        sums[at + 1] += margin[b];
        sums[at + 2] += margin[c];
        sums[at + 3] += margin[e];
    }

    /** The sign bit of key of the node − key of the row is the step to the right. */
    private int step(int start, int node, int[] keys, int row) {
        long word = words[node];
        long toTheRight = ((word >> 32) - keys[row + ((int) word & 0xffff)]) >>> 63;
        return start + ((int) (word >>> 16) & 0xffff) + (int) toTheRight;
    }

    private void encode(double[] vector, int[] keys, int at) {
        for (int s = 0; s < slotFeature.length; s++) {
            float x = (float) vector[slotFeature[s]];
            keys[at + s] = x != x ? slotMissing[s] : ordered(x);
        }
    }

    /** An integer that compares as the float does; both zeros give 0. */
    private static int ordered(float x) {
        int bits = Float.floatToRawIntBits(x + 0.0f);
        return bits ^ ((bits >> 31) & 0x7fffffff);
    }

    /** The arrays while they grow; nodes of a tree lie breadth first, so that two children are neighbours. */
    private static final class Layout {
        private static final int LIMIT = 1 << 16;

        private final TreeEnsemble source;
        private final double[] leafMargin;
        private final int[] slotOf;
        private final int[] slotFeature;
        private final int[] slotMissing;
        private final int[] from;
        private final int[] level;
        private final long[] words;
        private final double[] margin;
        private final int[] root;
        private final int[] depth;
        private int slots;
        private int nodes;
        private int trees;
        private double constant;

        Layout(TreeEnsemble source) {
            this.source = source;
            this.leafMargin = source.leaves().margin();
            slotOf = new int[2 * source.features()];
            Arrays.fill(slotOf, -1);
            slotFeature = new int[slotOf.length];
            slotMissing = new int[slotOf.length];
            from = new int[source.nodes()];
            level = new int[source.nodes()];
            words = new long[source.nodes()];
            margin = new double[source.nodes()];
            root = new int[source.trees()];
            depth = new int[source.trees()];
        }

        void add(int sourceRoot) {
            if (source.isLeaf(sourceRoot)) {
                constant += leafMargin[sourceRoot];
                return;
            }
            int start = nodes;
            place(sourceRoot, 0);
            for (int n = start; n < nodes; n++) {
                int node = from[n];
                if (source.isLeaf(node)) {
                    words[n] = word(Integer.MAX_VALUE, n - start, 0);
                    margin[n] = leafMargin[node];
                } else {
                    words[n] = word(ordered(source.threshold(node)) - 1, nodes - start, slot(node));
                    place(source.left(node), level[n] + 1);
                    place(source.right(node), level[n] + 1);
                }
            }
            if (nodes - start > LIMIT) {
                throw new IllegalArgumentException("a tree of " + (nodes - start) + " nodes; at most " + LIMIT);
            }
            root[trees] = start;
            depth[trees++] = level[nodes - 1];
        }

        private void place(int node, int atLevel) {
            from[nodes] = node;
            level[nodes++] = atLevel;
        }

        private int slot(int node) {
            boolean left = source.missingGoesLeft(node);
            int key = 2 * source.feature(node) + (left ? 1 : 0);
            if (slotOf[key] < 0) {
                if (slots == LIMIT) {
                    throw new IllegalArgumentException("trees over more than " + LIMIT + " features");
                }
                slotFeature[slots] = source.feature(node);
                slotMissing[slots] = left ? Integer.MIN_VALUE : Integer.MAX_VALUE;
                slotOf[key] = slots++;
            }
            return slotOf[key];
        }

        private static long word(int key, int left, int slot) {
            return (long) key << 32 | (long) left << 16 | slot;
        }
    }
}
