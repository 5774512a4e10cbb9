package org.fenton.model.prediction;

import java.util.List;
import org.fenton.learning.prediction.Note;
import org.fenton.learning.prediction.Prediction;

/**
 * Predictions in the order of the request's candidates.
 *
 * @param baseRate share of positives in training: a probability equal to it carries no information
 */
public record PredictionsView(
        String bundle, String head, String definition, double baseRate, List<PredictionView> predictions) {
    /**
     * One answer.
     *
     * @param probability 0 to 1 as the definition says; absent when abstained
     * @param lower end of the interval; absent when abstained
     * @param upper end of the interval; absent when abstained
     * @param distance 0 (all seen in training) to 1; absent when a structure is unknown
     * @param reason code of the most important note; absent when there is nothing to say
     * @param notes all codes
     * @param explanation the notes in words
     */
    public record PredictionView(
            String id,
            Double probability,
            Double lower,
            Double upper,
            Double distance,
            boolean abstained,
            String reason,
            List<String> notes,
            String explanation) {
        static PredictionView of(Prediction prediction) {
            List<Note> notes = prediction.notes();
            return new PredictionView(
                    prediction.id(),
                    present(prediction.probability()),
                    present(prediction.lower()),
                    present(prediction.upper()),
                    present(prediction.distance()),
                    prediction.abstained(),
                    notes.isEmpty() ? null : notes.get(0).name(),
                    notes.stream().map(Note::name).toList(),
                    notes.isEmpty() ? null : prediction.explanation());
        }

        private static Double present(java.util.OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }
}
