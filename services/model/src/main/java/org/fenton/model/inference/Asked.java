package org.fenton.model.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A model of the protocol in one version. */
sealed interface Asked permits HeadAsked, PairsAsked {
    /** Id of the bundle. */
    String version();

    Metadata metadata(List<String> versions);

    /** All output tensors, in the order of the metadata. */
    List<InferAnswer.Output> infer(List<Tensor> inputs, JsonNode parameters);
}
