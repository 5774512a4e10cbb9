package org.fenton.gateway.decision;

import io.quarkus.logging.Log;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The chain of decision records as a whole. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private final Verification verification;

    DecisionResource(Verification verification) {
        this.verification = verification;
    }

    @GET
    @Path("/decisions/verification")
    @Operation(
            operationId = "verifyDecisions",
            summary = "Recompute every hash of the chain of decision records and name what does not hold")
    public Verification.Report verify() {
        Verification.Report report = verification.verify();
        if (!report.intact()) {
            Log.errorf("the chain of decision records does not hold: %d faults", report.faultCount());
        }
        return report;
    }
}
