package org.fenton.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.http.ServiceInfo.Organization;
import org.fenton.http.ServiceInfo.Type;

@Path("/service-info")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceInfoResource {
    private final ServiceInfo info;

    ServiceInfoResource(ServiceInfoConfig config) {
        info = new ServiceInfo(
                config.id(),
                config.name(),
                new Type("org.fenton", config.name(), config.version()),
                config.description().orElse(null),
                new Organization(config.organizationName(), config.organizationUrl()),
                config.documentationUrl().orElse(null),
                config.environment().orElse(null),
                config.version());
    }

    @GET
    @NonBlocking
    @Operation(operationId = "getServiceInfo", summary = "GA4GH service-info 1.0")
    public ServiceInfo get() {
        return info;
    }
}
