package org.fenton.learning.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.learning.structure.Structure;

/**
 * One way in which two different drugs may be alike, 0 (not, or unknown) to 1 (the same).
 *
 * <p>Each is a positive semidefinite kernel: Jaccard and Tanimoto coefficients (Ralaivola 2005, doi:10.1016/j.neunet.2005.07.009) and a Gaussian. A drug is
 * like itself to 1 in every part, also where the trait is unknown.
 */
public enum DrugPart {
    /** Any two drugs: what all drugs have in common. */
    CONSTANT {
        @Override
        double between(DrugTraits a, DrugTraits b) {
            return 1;
        }
    },
    /** Jaccard coefficient of the target genes. */
    TARGETS {
        @Override
        double between(DrugTraits a, DrugTraits b) {
            return jaccard(a.targets(), b.targets());
        }
    },
    /** Jaccard coefficient of the mechanisms of action. */
    CLASSES {
        @Override
        double between(DrugTraits a, DrugTraits b) {
            return jaccard(a.classes(), b.classes());
        }
    },
    /** Tanimoto coefficient of the ECFP4 bits. */
    STRUCTURE {
        @Override
        double between(DrugTraits a, DrugTraits b) {
            return both(a.structure(), b.structure())
                    ? Structure.tanimoto(
                            a.structure().get().fingerprint(),
                            b.structure().get().fingerprint())
                    : 0;
        }
    },
    /** exp(-d^2 / 4), d the distance of the physico-chemical properties in units of {@link Structure#SHAPE_SCALES}. */
    SHAPE {
        @Override
        double between(DrugTraits a, DrugTraits b) {
            return both(a.structure(), b.structure())
                    ? gaussian(a.structure().get().shape(), b.structure().get().shape())
                    : 0;
        }
    },
    /** Only the very drug: what no other drug tells. */
    IDENTITY {
        @Override
        double between(DrugTraits a, DrugTraits b) {
            return 0;
        }
    };

    /** Likeness of two different drugs. */
    abstract double between(DrugTraits a, DrugTraits b);

    private static boolean both(Optional<?> a, Optional<?> b) {
        return a.isPresent() && b.isPresent();
    }

    private static double jaccard(Optional<Set<String>> a, Optional<Set<String>> b) {
        if (!both(a, b)) {
            return 0;
        }
        long shared = a.get().stream().filter(b.get()::contains).count();
        long either = a.get().size() + b.get().size() - shared;
        return either == 0 ? 0 : (double) shared / either;
    }

    private static double gaussian(List<Double> a, List<Double> b) {
        double squared = 0;
        for (int i = 0; i < a.size(); i++) {
            double d = (a.get(i) - b.get(i)) / Structure.SHAPE_SCALES.get(i);
            squared += d * d;
        }
        return Math.exp(-squared / 4);
    }
}
