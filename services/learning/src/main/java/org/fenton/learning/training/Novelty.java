package org.fenton.learning.training;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.structure.Structure;

/**
 * How unlike the training drugs a drug is.
 *
 * <p>Formula: 1 − the largest Tanimoto coefficient (ECFP4, 1024 bits) to a training drug; 0 is a drug that was seen, 1 shares nothing. Of a pair:
 * the larger of its two. Empty when a structure is unknown, since then nothing can be compared.
 */
public record Novelty(List<BitSet> trainingFingerprints) {
    public Novelty {
        trainingFingerprints = List.copyOf(trainingFingerprints);
    }

    public static Novelty of(List<DrugDescription> trainingDrugs) {
        return new Novelty(trainingDrugs.stream()
                .flatMap(d -> d.structure().stream())
                .map(Structure::fingerprint)
                .toList());
    }

    public OptionalDouble distance(DrugDescription drug) {
        if (drug.structure().isEmpty()) {
            return OptionalDouble.empty();
        }
        BitSet own = drug.structure().get().fingerprint();
        double nearest = 0;
        for (BitSet seen : trainingFingerprints) {
            nearest = Math.max(nearest, Structure.tanimoto(own, seen));
        }
        return OptionalDouble.of(1 - nearest);
    }

    public OptionalDouble distance(DrugDescription a, DrugDescription b) {
        return ofPair(distance(a), distance(b));
    }

    /** The larger of two distances; empty when either is. */
    public static OptionalDouble ofPair(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() && second.isPresent()
                ? OptionalDouble.of(Math.max(first.getAsDouble(), second.getAsDouble()))
                : OptionalDouble.empty();
    }
}
