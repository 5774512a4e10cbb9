package org.fenton.gateway.workbench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The workbench begins with the form of a new case. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class StartPage {
    private final NewCasePage newCase;

    StartPage(NewCasePage newCase) {
        this.newCase = newCase;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@QueryParam("example") String example) {
        return newCase.form(example);
    }
}
