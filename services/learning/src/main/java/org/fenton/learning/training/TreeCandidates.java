package org.fenton.learning.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Candidates asked of trees: each tree divides the set of all rows, instead of each row walking through each tree.
 *
 * <p>A set of rows is a string of bits, and a split on a feature of the rows is the set of those that go left, which no case changes: it is worked out when first
 * met and kept. A split on a feature of the case sends all rows one way. So a node is one AND of two strings, an empty set ends its branch, and a leaf adds to the rows
 * that are left. The probability equals {@link TreeEnsemble#walk} to the last bit, since leaves are summed without rounding.
 */
final class TreeCandidates implements Candidates {
    private final TreeEnsemble trees;
    private final int rows;
    private final BitSet ofCase;
    private final float[][] columns;
    private final TreeEnsemble.Splits splits;
    private final AtomicReferenceArray<long[]> left;

    TreeCandidates(TreeEnsemble trees, int rows, int features, BitSet ofCase, Rows source) {
        this.trees = trees;
        this.rows = rows;
        this.ofCase = (BitSet) ofCase.clone();
        this.splits = trees.splits();
        this.left = new AtomicReferenceArray<>(splits.count());
        this.columns = new float[features][];
        for (int f : trees.usedFeatures()) {
            columns[f] = ofCase.get(f) ? new float[0] : new float[rows];
        }
        double[] vector = new double[features];
        Arrays.fill(vector, Double.NaN);
        for (int row = 0; row < rows; row++) {
            source.write(row, vector);
            for (int f = 0; f < features; f++) {
                if (columns[f] != null && columns[f].length > 0) {
                    columns[f][row] = (float) vector[f];
                }
            }
        }
    }

    @Override
    public double[] probabilities(double[] vector) {
        Walk walk = new Walk(vector);
        for (int tree = 0; tree < trees.trees(); tree++) {
            walk.descend(trees.root(tree), walk.all(), 1);
        }
        double[] sums = walk.sums;
        for (int row = 0; row < rows; row++) {
            sums[row] = TreeEnsemble.chance(sums[row]);
        }
        return sums;
    }

    /** The rows that a split sends left. */
    private long[] left(int node) {
        int split = splits.of()[node];
        long[] known = left.get(split);
        if (known == null) {
            // Two threads may both get here; they make the same thing.
            known = new long[words()];
            float[] column = columns[trees.feature(node)];
            float threshold = trees.threshold(node);
            boolean missingGoesLeft = trees.missingGoesLeft(node);
            for (int row = 0; row < rows; row++) {
                float x = column[row];
                if (x < threshold || x != x && missingGoesLeft) {
                    known[row >> 6] |= 1L << row;
                }
            }
            left.set(split, known);
        }
        return known;
    }

    private int words() {
        return (rows + 63) >> 6;
    }

    /** One case on its way through the trees. */
    private final class Walk {
        private final double[] vector;
        private final double[] sums = new double[rows];
        private final double[] margin = trees.leaves().margin();
        private long[][] sets = new long[16][];

        Walk(double[] vector) {
            this.vector = vector;
        }

        long[] all() {
            long[] all = set(0);
            Arrays.fill(all, -1L);
            if ((rows & 63) != 0) {
                all[all.length - 1] = (1L << rows) - 1;
            }
            return all;
        }

        private long[] set(int level) {
            if (level == sets.length) {
                sets = Arrays.copyOf(sets, 2 * level);
            }
            if (sets[level] == null) {
                sets[level] = new long[words()];
            }
            return sets[level];
        }

        /** @param here rows that come to {@code node}; used up */
        void descend(int node, long[] here, int level) {
            int at = node;
            while (!trees.isLeaf(at)) {
                int feature = trees.feature(at);
                if (ofCase.get(feature)) {
                    at = trees.next(at, vector[feature]);
                    continue;
                }
                long[] goLeft = left(at);
                long[] there = set(level);
                long some = 0;
                long others = 0;
                for (int w = 0; w < there.length; w++) {
                    long both = here[w] & goLeft[w];
                    there[w] = both;
                    some |= both;
                    others |= here[w] ^ both;
                }
                if (some == 0) {
                    at = trees.right(at);
                } else if (others == 0) {
                    at = trees.left(at);
                } else {
                    descend(trees.left(at), there, level + 1);
                    for (int w = 0; w < here.length; w++) {
                        here[w] &= ~goLeft[w];
                    }
                    at = trees.right(at);
                }
            }
            add(here, margin[at]);
        }

        private void add(long[] set, double leaf) {
            for (int w = 0; w < set.length; w++) {
                for (long bits = set[w]; bits != 0; bits &= bits - 1) {
                    sums[(w << 6) + Long.numberOfTrailingZeros(bits)] += leaf;
                }
            }
        }
    }
}
