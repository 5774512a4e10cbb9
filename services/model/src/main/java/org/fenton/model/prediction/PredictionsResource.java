package org.fenton.model.prediction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.model.bundle.ServedBundle;

/** Scores all candidates of one case in one call. */
@Path("/v1/predictions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PredictionsResource {
    private final ServedBundle served;

    PredictionsResource(ServedBundle served) {
        this.served = served;
    }

    @POST
    @Operation(
            operationId = "predict",
            summary = "One prediction a candidate, in order, with interval, distance and abstention")
    public PredictionsView predict(@NotNull(message = "a body is required") @Valid PredictionsRequest request) {
        ModelBundle bundle = served.bundle();
        CaseReader reader = new CaseReader(bundle, served.predictor());
        var state = reader.state(request);
        var predictions = served.predictor().predict(state, reader.candidates(request));
        return new PredictionsView(
                bundle.id(),
                bundle.document().head().id(),
                bundle.document().head().definition(),
                bundle.document().training().baseRate(),
                predictions.stream().map(PredictionsView.PredictionView::of).toList());
    }
}
