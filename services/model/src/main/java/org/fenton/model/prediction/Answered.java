package org.fenton.model.prediction;

import java.util.List;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;

/** The active bundle answered a request that named none; an event of this process. */
public record Answered(LoadedBundle active, PredictionsRequest request, List<Prediction> predictions) {}
