package org.fenton.model.comparison;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.prediction.CaseReader;
import org.fenton.model.prediction.PredictionsRequest;
import org.fenton.model.promotion.ServedBundles;

/** Two bundles on the same case: by request, and for the shadow on what the active bundle is asked. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonsResource {
    private final ServedBundles served;
    private final ShadowScoring shadow;

    ComparisonsResource(ServedBundles served, ShadowScoring shadow) {
        this.served = served;
        this.shadow = shadow;
    }

    /**
     * One case for two bundles.
     *
     * @param of the case and its candidates, without a bundle
     */
    public record ComparisonRequest(
            @NotBlank(message = "is an id of GET /v1/models")
            String from,

            @NotBlank(message = "is an id of GET /v1/models")
            String to,

            @NotNull(message = "is a case with its candidates") @Valid
            PredictionsRequest of) {}

    @POST
    @Path("/comparisons")
    @Operation(
            operationId = "compareBundles",
            summary = "How two bundles rank the candidates of one case by probability")
    public RankComparison compare(@NotNull(message = "a body is required") @Valid ComparisonRequest request) {
        if (request.of().bundle() != null) {
            String detail = "the two bundles are named by from and to";
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, detail, List.of(new Fault("/of/bundle", detail, "leave it out")));
        }
        LoadedBundle from = served.chosen(request.from(), "/from");
        LoadedBundle to = served.chosen(request.to(), "/to");
        return RankComparison.of(
                from.id(),
                CaseReader.predict(from, request.of(), "/of"),
                to.id(),
                CaseReader.predict(to, request.of(), "/of"));
    }

    @GET
    @Path("/shadow-report")
    @Operation(
            operationId = "getShadowReport",
            summary = "How the shadow ranked what the active bundle was asked",
            description =
                    "404 without a shadow. In memory of this process alone, since its start or the last change of either bundle.")
    public ShadowReport.View report() {
        return shadow.view()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "no shadow is set; POST /v1/promotions with role shadow sets one"));
    }
}
