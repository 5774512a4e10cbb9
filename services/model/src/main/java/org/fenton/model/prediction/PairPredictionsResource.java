package org.fenton.model.prediction;

import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.promotion.ServedBundles;

/** Scores all pairs of one case in one small call: each drug is told once, not once a pair. */
@Path("/v1/pair-predictions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PairPredictionsResource {
    private final ServedBundles served;
    private final Event<Answered> answered;
    private final PredictionMetrics metrics;

    PairPredictionsResource(ServedBundles served, Event<Answered> answered, PredictionMetrics metrics) {
        this.served = served;
        this.answered = answered;
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "predictPairs",
            summary = "The predictions of POST /v1/predictions for pairs of a list of drugs, in columns",
            description = "At most 10000 pairs of at most 2000 drugs a call.")
    public PairPredictionsView predict(@NotNull(message = "a body is required") @Valid PairPredictionsRequest request) {
        LoadedBundle loaded = served.chosen(request.bundle(), "/bundle");
        List<Prediction> predictions = metrics.timed(loaded, () -> CaseReader.predict(loaded, request));
        if (request.bundle() == null) {
            answered.fire(new Answered(loaded, request::spelledOut, predictions));
        }
        return PairPredictionsView.of(loaded, predictions);
    }
}
