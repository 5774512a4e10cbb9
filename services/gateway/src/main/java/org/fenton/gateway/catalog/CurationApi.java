package org.fenton.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * What the workbench writes to the catalog: reports, proposals, and what is decided on them; with the token of the person who
 * decides, not with the gateway's.
 */
@RegisterRestClient(configKey = "catalog")
@RegisterClientHeaders(CallersToken.class)
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
interface CurationApi {
    @GET
    @Path("/reports")
    JsonNode reports(@QueryParam("limit") int limit);

    @GET
    @Path("/reports/{id}")
    JsonNode report(@PathParam("id") String id);

    @POST
    @Path("/reports")
    JsonNode report(JsonNode report);

    @POST
    @Path("/reports/{id}/dismissal")
    JsonNode dismiss(@PathParam("id") String id, @HeaderParam("If-Match") String tag, JsonNode word);

    @GET
    @Path("/claims/{id}")
    Response claim(@PathParam("id") String id);

    @GET
    @Path("/proposals")
    JsonNode proposals(@QueryParam("limit") int limit);

    @GET
    @Path("/proposals/{id}")
    JsonNode proposal(@PathParam("id") String id);

    @POST
    @Path("/proposals")
    JsonNode propose(@HeaderParam("If-Match") String tag, JsonNode proposal);

    @POST
    @Path("/proposals/{id}/{step}")
    JsonNode step(
            @PathParam("id") String id,
            @PathParam("step") String step,
            @HeaderParam("If-Match") String tag,
            JsonNode word);
}
