package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.id.Combination;
import org.jspecify.annotations.Nullable;

/** The answers of one bundle for one case: a few numbers a pair, in columns, since the latest answers are kept. Immutable. */
public final class Predictions {
    /** Stands for the bundle's id where none was asked. */
    public static final String NO_BUNDLE = "none";

    private final String bundleId;
    private final String head;
    private final double baseRate;
    private final DrugPairs pairs;
    private final double[] probability;
    private final double[] lower;
    private final double[] upper;
    private final boolean[] abstained;
    private final String[] reason;

    /**
     * @param bundleId content hash of the bundle
     * @param head what is predicted, for example {@code synergy-zip5}
     * @param baseRate share of positives in training: the value that carries no information
     * @param answers one for each of {@code pairs}, in order
     */
    public Predictions(String bundleId, String head, double baseRate, DrugPairs pairs, List<Prediction> answers) {
        int count = pairs.combinations().size();
        if (answers.size() != count) {
            throw new IllegalArgumentException(answers.size() + " predictions of " + count + " pairs");
        }
        this.bundleId = bundleId;
        this.head = head;
        this.baseRate = baseRate;
        this.pairs = pairs;
        this.probability = answers.stream().mapToDouble(Prediction::probability).toArray();
        this.lower = answers.stream().mapToDouble(Prediction::lower).toArray();
        this.upper = answers.stream().mapToDouble(Prediction::upper).toArray();
        this.abstained = new boolean[count];
        this.reason = new String[count];
        for (int p = 0; p < count; p++) {
            abstained[p] = answers.get(p).abstained();
            reason[p] = answers.get(p).reason();
        }
    }

    /** The model service could not be asked; every prediction is unknown for {@code reason}. */
    public static Predictions none(String reason) {
        return new Predictions(NO_BUNDLE, reason, 0, DrugPairs.of(List.of()), List.of());
    }

    public String bundleId() {
        return bundleId;
    }

    public String head() {
        return head;
    }

    public double baseRate() {
        return baseRate;
    }

    /** Null where the bundle was not asked about the combination. */
    public @Nullable Prediction of(Combination combination) {
        Integer place = pairs.placeOf().get(combination);
        return place == null ? null : at(place);
    }

    private Prediction at(int place) {
        return new Prediction(probability[place], lower[place], upper[place], abstained[place], reason[place]);
    }

    boolean abstained(int place) {
        return abstained[place];
    }

    /** Probability minus base rate. */
    double excess(int place) {
        return probability[place] - baseRate;
    }

    /** Half the width of the interval. */
    double halfWidth(int place) {
        return (upper[place] - lower[place]) / 2;
    }

    /** Finds places, quicker when asked about the pairs in their order. For one thread. */
    final class InOrder {
        private int next;

        /** −1 where the bundle was not asked about the combination. */
        int placeOf(Combination combination) {
            List<Combination> asked = pairs.combinations();
            if (next == asked.size() || !asked.get(next).equals(combination)) {
                Integer place = pairs.placeOf().get(combination);
                if (place == null) {
                    return -1;
                }
                next = place;
            }
            return next++;
        }
    }
}
