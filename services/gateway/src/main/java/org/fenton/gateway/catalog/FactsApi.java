package org.fenton.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fenton.gateway.service.ServiceToken;

/** What the workbench reads of the catalog beside releases. */
@RegisterRestClient(configKey = "catalog")
@RegisterProvider(ServiceToken.class)
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
interface FactsApi {
    @GET
    @Path("/drugs/{id}")
    JsonNode drug(@PathParam("id") String id);

    @GET
    @Path("/drugs/{id}/structure")
    byte[] structure(@PathParam("id") String id);

    @GET
    @Path("/releases/{release}/rows/{type}/{key}")
    JsonNode row(@PathParam("release") String release, @PathParam("type") String type, @PathParam("key") String key);

    @GET
    @Path("/statements/{id}")
    JsonNode statement(@PathParam("id") String id);

    @GET
    @Path("/search")
    JsonNode search(@QueryParam("q") String words, @QueryParam("limit") int limit);
}
