package org.fenton.model.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fenton.learning.scoring.ScoringHead.Answer;

/**
 * The protocol's inference response.
 *
 * @param id the request's; absent when it had none
 */
public record InferAnswer(
        @JsonProperty("model_name") String modelName,
        @JsonProperty("model_version") String modelVersion,
        String id,
        List<Output> outputs) {
    static final List<String> OUTPUTS = List.of("probability", "raw_probability", "lower", "upper");

    /**
     * One output tensor, flat.
     *
     * @param data numbers for FP64, null where there is none; true or false for BOOL; texts for BYTES
     */
    public record Output(String name, String datatype, List<Integer> shape, List<Object> data) {}

    static Output output(String name, List<Answer> answers) {
        ToDoubleFunction<Answer> value =
                switch (name) {
                    case "probability" -> Answer::probability;
                    case "raw_probability" -> Answer::raw;
                    case "lower" -> Answer::lower;
                    case "upper" -> Answer::upper;
                    default -> throw new IllegalArgumentException("no output " + name);
                };
        List<Object> data = answers.stream().<Object>map(value::applyAsDouble).toList();
        return new Output(name, Tensor.FP64, List.of(data.size()), data);
    }
}
