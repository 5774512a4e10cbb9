package org.fenton.learning.evaluation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one protocol: what {@code fenton evaluate} writes.
 *
 * @param regime what may not be known of a test row
 * @param intervals how the intervals were made
 * @param model the model on all test rows
 * @param baselines every other predictor on the same rows
 * @param lead the model against the strongest baseline; absent when no baseline answers
 * @param slices the same figures on named parts of the test rows
 * @param uncertainty the model's prediction sets and abstentions; absent when it makes none
 * @param dataFiles SHA-256 by path
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ProtocolReport(
        String protocol,
        String regime,
        String intervals,
        long seed,
        Map<String, Double> aims,
        String floor,
        String modelName,
        Map<String, String> settings,
        Scored model,
        Map<String, Scored> baselines,
        @Nullable Lead lead,
        Map<String, Slice> slices,
        @Nullable Uncertainty uncertainty,
        List<FoldFigures> folds,
        Map<String, String> dataFiles) {

    /** Mean over folds with its interval. */
    public record Figure(double value, double lower, double upper) {}

    /**
     * @param rows test rows with an answer
     * @param undefinedRows test rows without; the measures leave them out
     * @param figures by measure, written as fields of this object; a measure that is not defined is absent
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Scored(
            int rows, int undefinedRows, @JsonAnyGetter Map<String, Figure> figures) {}

    /**
     * The model's figures minus those of the baseline with the highest ROC AUC, on the rows both answer.
     *
     * @param rows how many those are
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Lead(String over, int rows, @JsonAnyGetter Map<String, Figure> figures) {}

    /** Figures on part of the test rows. */
    public record Slice(int rows, Scored model, Map<String, Scored> baselines) {}

    /**
     * @param heldOut drugs, pairs, lines or the tissue that only the test rows have
     * @param notes what the model says it tried and chose
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record FoldFigures(
            int fold,
            int trainingRows,
            int testRows,
            List<String> heldOut,
            FoldValues model,
            Map<String, FoldValues> baselines,
            JsonNode notes) {}

    /** One predictor in one fold. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record FoldValues(
            int undefinedRows, @JsonAnyGetter Map<String, Double> values) {}

    /**
     * @param byTissue coverage where the tissue has rows
     * @param abstainedShare share of test rows that the model would rather not answer
     * @param answeredRocAuc mean over folds of the ROC AUC of the rows it answers
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Uncertainty(
            @Nullable Double nominalCoverage,
            @Nullable Coverage coverage,
            Map<String, Coverage> byTissue,
            @Nullable Double abstainedShare,
            @Nullable Double answeredRocAuc) {}

    /**
     * @param coverage share of rows whose set holds the measured label
     * @param setSize mean number of labels in a set
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Coverage(int rows, double coverage, double setSize) {}
}
