package org.fenton.gateway.phenopacket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseFromPhenopacket;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.exchange.Idempotent;
import org.fenton.gateway.intake.SendersWords;
import org.fenton.gateway.ranking.RankingService;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.phenopackets.schema.v2.Phenopacket;

/** A Phenopacket v2 in, in JSON or as protobuf bytes; the case that was read from it and its ranking out. */
@Path("/v1/phenopackets")
public class PhenopacketResource {
    private static final String PROTOBUF = "application/protobuf";

    private final Releases releases;
    private final RankingService rankings;

    PhenopacketResource(Releases releases, RankingService rankings) {
        this.releases = releases;
        this.rankings = rankings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "rankPhenopacket",
            summary =
                    "Rank the subject of a Phenopacket: the case that was read, what was not used of the packet, the ranking")
    public Response rankJson(byte[] body, @QueryParam("top") @DefaultValue("20") @Min(1) @Max(1000) int top) {
        return answer(PacketReader.json(body), top);
    }

    @POST
    @Consumes(PROTOBUF)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(hidden = true)
    public Response rankBytes(byte[] body, @QueryParam("top") @DefaultValue("20") @Min(1) @Max(1000) int top) {
        try {
            return answer(Phenopacket.parseFrom(body), top);
        } catch (InvalidProtocolBufferException unreadable) {
            throw PacketReader.invalid(unreadable);
        }
    }

    private Response answer(Phenopacket packet, int top) {
        CaseDraft draft = new CaseFromPhenopacket(packet, releases.current()).draft();
        if (!draft.problems().isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "the packet cannot be read as a case",
                    draft.problems().stream()
                            .map(problem -> new Fault(problem.place(), problem.detail(), problem.suggestion()))
                            .toList());
        }
        RankingService.Answer answer;
        try {
            answer = rankings.answer(draft.bytes(), top);
        } catch (ProblemException refused) {
            throw SendersWords.of(draft, refused, "/diseases");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("case", draft.node());
        ArrayNode unused = body.putArray("unused");
        draft.unused()
                .forEach(part -> unused.addObject().put("pointer", part.place()).put("detail", part.detail()));
        body.set("ranking", Json.parseAnswer(answer.json()));
        return Response.status(answer.created() ? Response.Status.CREATED : Response.Status.OK)
                .location(URI.create("/v1/rankings/" + answer.id()))
                .entity(CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
