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
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.promotion.ServedBundles;

/** Scores all candidates of one case in one call. */
@Path("/v1/predictions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PredictionsResource {
    private final ServedBundles served;
    private final Event<Answered> answered;
    private final PredictionMetrics metrics;

    PredictionsResource(ServedBundles served, Event<Answered> answered, PredictionMetrics metrics) {
        this.served = served;
        this.answered = answered;
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "predict",
            summary = "One prediction a candidate, in order, with interval, distance and abstention",
            description = "At most 10000 candidates a call; more are refused with 413.")
    public PredictionsView predict(@NotNull(message = "a body is required") @Valid PredictionsRequest request) {
        LoadedBundle loaded = served.chosen(request.bundle(), "/bundle");
        List<Prediction> predictions = metrics.timed(loaded, () -> CaseReader.predict(loaded, request));
        if (request.bundle() == null) {
            answered.fire(new Answered(loaded, () -> request, predictions));
        }
        BundleDocument document = loaded.bundle().document();
        return new PredictionsView(
                loaded.id(),
                document.head().id(),
                document.head().definition(),
                document.training().baseRate(),
                predictions.stream().map(PredictionsView.PredictionView::of).toList());
    }
}
