package org.fenton.learning.structure;

import java.util.BitSet;
import java.util.List;

/**
 * What the models see of a molecule: its circular fingerprint, its size and its physico-chemical properties.
 *
 * @param skeleton canonical SMILES of the parent without counter-ions and stereochemistry; equal for salts of one drug
 * @param fingerprint ECFP4, {@value #BITS} bits; treat as read only
 * @param heavyAtoms atoms other than hydrogen
 * @param shape molecular weight (g/mol), XLogP, topological polar surface area (square angstrom), hydrogen bond donors, aromatic atoms, fraction of sp3 carbons
 */
public record Structure(String skeleton, BitSet fingerprint, int heavyAtoms, List<Double> shape) {
    /** What counts as one step of each property when two drugs are compared: about its standard deviation among approved drugs. */
    public static final List<Double> SHAPE_SCALES = List.of(150.0, 2.2, 50.0, 2.0, 7.0, 0.25);

    public Structure {
        shape = List.copyOf(shape);
    }

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
