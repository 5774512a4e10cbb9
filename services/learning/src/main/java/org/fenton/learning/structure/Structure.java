package org.fenton.learning.structure;

import java.util.BitSet;

/**
 * What the models see of a molecule: its circular fingerprint and its size.
 *
 * @param skeleton canonical SMILES of the parent without counter-ions and stereochemistry; equal for salts of one drug
 * @param fingerprint ECFP4, {@value #BITS} bits; treat as read only
 * @param heavyAtoms atoms other than hydrogen
 */
public record Structure(String skeleton, BitSet fingerprint, int heavyAtoms) {
    public static final int BITS = 1024;

    /**
     * Tanimoto coefficient of two fingerprints.
     *
     * <p>Formula: |a and b| / |a or b|. Range 0 (nothing shared) to 1 (same bits). Two empty fingerprints give 0: nothing
     * is known to be shared.
     */
    public static double tanimoto(BitSet a, BitSet b) {
        BitSet shared = (BitSet) a.clone();
        shared.and(b);
        int common = shared.cardinality();
        int either = a.cardinality() + b.cardinality() - common;
        return either == 0 ? 0 : (double) common / either;
    }

    /** The fingerprint folded to {@code bits} by index modulo; {@code bits} divides {@value #BITS}. */
    public boolean[] folded(int bits) {
        if (bits < 1 || BITS % bits != 0) {
            throw new IllegalArgumentException("cannot fold " + BITS + " bits to " + bits);
        }
        boolean[] folded = new boolean[bits];
        fingerprint.stream().forEach(bit -> folded[bit % bits] = true);
        return folded;
    }
}
