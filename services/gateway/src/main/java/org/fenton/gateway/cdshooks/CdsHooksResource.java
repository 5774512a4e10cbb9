package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fenton.gateway.GatewayConfig;
import org.fenton.http.ProblemException;

/** CDS Hooks 2.0: discovery, two services, feedback. */
@Path("/cds-services")
@Produces(MediaType.APPLICATION_JSON)
public class CdsHooksResource {
    private final Decisions decisions;
    private final ClientTrust trust;
    private final FeedbackBook feedback;
    private final GatewayConfig config;

    CdsHooksResource(Decisions decisions, ClientTrust trust, FeedbackBook feedback, GatewayConfig config) {
        this.decisions = decisions;
        this.trust = trust;
        this.feedback = feedback;
        this.config = config;
    }

    @GET
    @Operation(operationId = "cdsServices", summary = "CDS Hooks discovery")
    public ObjectNode services() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode services = answer.putArray("services");
        for (CdsService service : CdsService.values()) {
            services.add(service.node());
        }
        return answer;
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cdsService",
            summary =
                    "Cards for one call of a hook; 412 when what a ranking needs was not prefetched, no cards when there is nothing to say")
    public ObjectNode call(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            byte[] body) {
        trust.verify(authorization, "/cds-services/" + id);
        CdsService service = service(id);
        HookRequest request = HookRequest.read(body, service);
        Decisions.Decided decided = decisions.decide(service, request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode cards = answer.putArray("cards");
        for (int i = 0; i < decided.cards().size(); i++) {
            Card card = decided.cards().get(i);
            Card.Place place = new Card.Place(request.hookInstance(), service, decided.decision(), i);
            feedback.shown(card, place);
            cards.add(card.node(place, config.publicUrl()));
        }
        return answer;
    }

    @POST
    @Path("/{id}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cdsFeedback", summary = "What became of cards: accepted, or overridden with a reason")
    public Response feedback(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            byte[] body) {
        trust.verify(authorization, "/cds-services/" + id + "/feedback");
        feedback.take(service(id), HookRequest.parse(body));
        return Response.ok().build();
    }

    private static CdsService service(String id) {
        List<String> known =
                Arrays.stream(CdsService.values()).map(CdsService::id).toList();
        return CdsService.of(id).orElseThrow(() -> ProblemException.notFound("CDS service", id, known));
    }
}
