package org.fenton.learning.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.training.Candidates;
import org.fenton.learning.training.Novelty;
import org.jspecify.annotations.Nullable;

/** All that a bundle says of candidates before it is told the case. Safe for use by many threads. */
final class CandidateList {
    /** Rows that a model holds at once. */
    private static final int BLOCK = 4096;

    private final List<List<KnownDrug>> candidates;
    private final OptionalDouble[] distance;
    private final @Nullable Note[] silence;
    private final int[] answered;
    private final List<Candidates> blocks = new ArrayList<>();

    /** @param candidates of one drug or two each */
    CandidateList(ModelBundle bundle, List<List<KnownDrug>> candidates) {
        this.candidates = candidates;
        this.distance = new OptionalDouble[candidates.size()];
        this.silence = new Note[candidates.size()];
        int[] places = new int[candidates.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            List<KnownDrug> drugs = candidates.get(i);
            distance[i] = distance(drugs);
            silence[i] =
                    silence(drugs, distance[i], bundle.document().abstention().aboveDistance());
            if (silence[i] == null) {
                places[count++] = i;
            }
        }
        this.answered = Arrays.copyOf(places, count);
        for (int from = 0; from < count; from += BLOCK) {
            int start = from;
            blocks.add(bundle.model()
                    .candidates(
                            Math.min(BLOCK, count - from),
                            bundle.features().schema().size(),
                            bundle.features().stateFeatures(),
                            (row, into) -> {
                                List<KnownDrug> pair = candidates.get(answered[start + row]);
                                bundle.features()
                                        .addPair(
                                                into,
                                                pair.get(0).description(),
                                                pair.get(1).description());
                            }));
        }
    }

    private static OptionalDouble distance(List<KnownDrug> drugs) {
        return switch (drugs.size()) {
            case 1 -> drugs.get(0).distance();
            case 2 -> Novelty.ofPair(drugs.get(0).distance(), drugs.get(1).distance());
            default ->
                throw new IllegalArgumentException(
                        "a candidate has " + drugs.size() + " drugs; a candidate is one drug or two");
        };
    }

    private static @Nullable Note silence(List<KnownDrug> drugs, OptionalDouble distance, double abstainAbove) {
        if (drugs.size() == 1) {
            return Note.SINGLE_AGENT;
        }
        if (distance.isEmpty()) {
            return Note.STRUCTURE_UNKNOWN;
        }
        return distance.getAsDouble() > abstainAbove ? Note.UNLIKE_TRAINING : null;
    }

    /** Whether these are the very drugs of the list, in its order. */
    boolean isOf(List<List<KnownDrug>> asked) {
        if (asked.size() != candidates.size()) {
            return false;
        }
        for (int i = 0; i < asked.size(); i++) {
            List<KnownDrug> one = asked.get(i);
            List<KnownDrug> other = candidates.get(i);
            if (one.size() != other.size()) {
                return false;
            }
            for (int d = 0; d < one.size(); d++) {
                if (one.get(d) != other.get(d)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Why nothing is said of a candidate in any case; null where something is. */
    @Nullable
    Note silence(int candidate) {
        return silence[candidate];
    }

    OptionalDouble distance(int candidate) {
        return distance[candidate];
    }

    boolean targetsKnown(int candidate) {
        return candidates.get(candidate).stream()
                .allMatch(drug -> drug.description().targets().isPresent());
    }

    /** The model's probability of each candidate before calibration, NaN where it is silent. */
    double[] raw(double[] ofCase) {
        double[] raw = new double[candidates.size()];
        Arrays.fill(raw, Double.NaN);
        int at = 0;
        for (Candidates block : blocks) {
            for (double probability : block.probabilities(ofCase)) {
                raw[answered[at++]] = probability;
            }
        }
        return raw;
    }
}
