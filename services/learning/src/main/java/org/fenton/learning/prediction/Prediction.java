package org.fenton.learning.prediction;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The answer for one candidate.
 *
 * @param probability calibrated, 0 to 1; empty when abstained
 * @param lower end of the conformal interval; empty when abstained
 * @param upper end of the conformal interval; empty when abstained
 * @param distance from the training drugs, 0 (all seen) to 1; empty when it cannot be told
 * @param notes the most important first
 */
public record Prediction(
        String id,
        OptionalDouble probability,
        OptionalDouble lower,
        OptionalDouble upper,
        OptionalDouble distance,
        List<Note> notes) {
    public Prediction {
        notes = List.copyOf(notes);
    }

    static Prediction abstained(String id, OptionalDouble distance, List<Note> notes) {
        return new Prediction(
                id, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), distance, notes);
    }

    /** The notes in words; empty when there is nothing to say. */
    public String explanation() {
        if (notes.size() < 2) {
            return notes.isEmpty() ? "" : notes.get(0).text();
        }
        return notes.stream().map(Note::text).collect(java.util.stream.Collectors.joining("; "));
    }

    public boolean abstained() {
        return probability.isEmpty();
    }
}
