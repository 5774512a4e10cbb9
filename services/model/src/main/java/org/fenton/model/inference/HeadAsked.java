package org.fenton.model.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.fenton.learning.scoring.ScoringHead;

/** A head of a model bundle, asked by feature vectors. */
record HeadAsked(String version, ScoringHead head) implements Asked {
    @Override
    public Metadata metadata(List<String> versions) {
        return Metadata.of(head, versions);
    }

    @Override
    public List<InferAnswer.Output> infer(List<Tensor> inputs, JsonNode parameters) {
        List<ScoringHead.Answer> answers = new FeatureRows(head.schema())
                .read(inputs, parameters).stream().map(head::answer).toList();
        return InferAnswer.OUTPUTS.stream()
                .map(name -> InferAnswer.output(name, answers))
                .toList();
    }
}
