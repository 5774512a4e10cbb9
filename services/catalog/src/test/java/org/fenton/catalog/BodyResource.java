package org.fenton.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Only in tests: the catalog takes no bodies yet, and the conventions of fenton-http are proved on a running service. */
@Path("/test/body")
@Consumes(MediaType.APPLICATION_JSON)
public class BodyResource {
    public record Body(@NotEmpty String label, List<@Valid Part> parts) {}

    public record Part(@NotEmpty String name, Double dose) {}

    public record Broken(double value) {}

    @POST
    @Operation(hidden = true)
    public Body echo(@Valid Body body) {
        return body;
    }

    @GET
    @Path("failure")
    @Operation(hidden = true)
    public Body fail() {
        throw new IllegalStateException("select secret from org.fenton.Inside");
    }

    @GET
    @Path("nan")
    @Operation(hidden = true)
    public Broken nan() {
        return new Broken(Double.NaN);
    }
}
