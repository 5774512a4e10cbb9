package org.fenton.gateway.model;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the model service counts of itself, in the text form of Prometheus. */
@RegisterRestClient(configKey = "model")
@Path("/q")
interface MetricsApi {
    @GET
    @Path("/metrics")
    @Produces(MediaType.TEXT_PLAIN)
    String metrics();
}
