package org.fenton.gateway.catalog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fenton.gateway.service.ServiceToken;

/** What the gateway calls of the catalog. */
@RegisterRestClient(configKey = "catalog")
@RegisterProvider(ServiceToken.class)
@Path("/v1/releases")
interface CatalogApi {
    @GET
    @Path("/current/lines")
    Response currentRelease(@HeaderParam("If-None-Match") String knownTag);

    @GET
    @Path("/{id}/lines")
    Response release(@PathParam("id") String id);
}
