package org.fenton.model.prediction;

import java.util.List;
import java.util.function.Supplier;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;

/**
 * The active bundle answered a request that named none; an event of this process.
 *
 * @param question the request, put into this form only when somebody wants to ask it again
 */
public record Answered(LoadedBundle active, Supplier<PredictionsRequest> question, List<Prediction> predictions) {}
