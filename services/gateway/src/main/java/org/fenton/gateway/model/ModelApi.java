package org.fenton.gateway.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fenton.gateway.service.ServiceToken;

/** What the gateway calls of the model service, and just the fields it reads. */
@RegisterRestClient(configKey = "model")
@RegisterProvider(ServiceToken.class)
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
interface ModelApi {
    @POST
    @Path("/pathway-activities")
    ActivitiesAnswer activities(ActivitiesRequest request);

    @POST
    @Path("/pair-predictions")
    PredictionsAnswer predictions(PredictionsRequest request);

    @GET
    @Path("/models")
    JsonNode models();

    @GET
    @Path("/models/{id}/card")
    JsonNode card(@PathParam("id") String id);

    /**
     * @param bundle {@code null} for the active one
     * @param answerGenes {@code null} for all
     * @param genes as the case was read: value by gene
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivitiesRequest(
            String bundle,
            String scale,
            String method,
            int minsize,
            boolean coverage,
            Collection<String> answerGenes,
            @JsonRawValue String genes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ActivitiesAnswer(
            List<ActivityRow> activities, Double genesMean, Map<String, Double> genes, Coverage coverage) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityRow(
            String network,
            String source,
            double score,
            Double pValue,
            Integer targetsMeasured,
            Integer targetsTotal) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PredictionsRequest(
            String bundle,
            String scale,
            String oncotreeTissue,
            List<ActivityRow> activities,
            List<DrugRow> drugs,
            int[][] pairs) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record DrugRow(String id, String smiles, List<String> targets) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PredictionsAnswer(
            String bundle,
            String head,
            double baseRate,
            List<Remark> remarks,
            int[] remark,
            double[] probability,
            double[] lower,
            double[] upper) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Remark(boolean abstained, String explanation) {}
}
