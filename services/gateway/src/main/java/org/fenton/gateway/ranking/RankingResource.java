package org.fenton.gateway.ranking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.RankingCsv;
import org.fenton.documents.RankingTable;
import org.fenton.gateway.decision.Decisions;
import org.fenton.gateway.exchange.Deferred;
import org.fenton.gateway.exchange.Idempotent;
import org.fenton.http.Preferences;

@Path("/v1/rankings")
public class RankingResource {
    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final int MOST = 100_000;

    private final RankingService service;
    private final Deferred deferred;
    private final Decisions decisions;
    private final RecentQuestions recent;

    RankingResource(RankingService service, Deferred deferred, Decisions decisions, RecentQuestions recent) {
        this.service = service;
        this.deferred = deferred;
        this.decisions = decisions;
        this.recent = recent;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, "text/csv", MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "rank",
            summary =
                    "Rank every candidate of the current release for one case; the answer is kept as a decision record")
    public Response rank(
            byte[] caseDocument,
            @QueryParam("top") @DefaultValue("20") @Min(1) @Max(MOST) int top,
            @Context HttpHeaders headers) {
        if (Preferences.respondAsync(headers)) {
            return deferred.accept(
                    () -> address(service.answerWithGaps(caseDocument, top).id()));
        }
        RankingService.Answer ranked = service.answerWithGaps(caseDocument, top);
        MediaType wanted = wanted(headers);
        byte[] body = wanted.isCompatible(CSV)
                ? new RankingCsv(top).write(ranked.document(), ranked.ranking())
                : wanted.isCompatible(MediaType.TEXT_PLAIN_TYPE)
                        ? new RankingTable(ranked.knowledge(), top)
                                .write(ranked.document(), ranked.ranking(), ranked.degraded())
                        : ranked.json();
        return Response.status(ranked.created() ? Response.Status.CREATED : Response.Status.OK)
                .location(address(ranked.id()))
                .type(wanted.withCharset("utf-8"))
                .entity(body)
                .build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "ranking", summary = "The bytes of a kept decision record")
    public Response kept(@PathParam("id") String id) {
        byte[] answer = decisions.find(id).answer();
        return Response.ok(answer)
                .tag(CanonicalJson.sha256Id(answer))
                .header("Link", "</v1/rankings/" + id + ">; rel=\"self\"")
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .build();
    }

    private static URI address(String id) {
        return URI.create("/v1/rankings/" + id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "eraseRanking",
            summary = "Erase the case and the answer of a record, where the operator allows it; its link stays")
    public void erase(
            @PathParam("id") String id,
            @QueryParam("reason") @DefaultValue("on request") @Pattern(regexp = "[A-Za-z0-9 .,-]{1,80}")
                    String reason) {
        decisions.erase(id, reason);
        recent.forget(id);
    }

    private static MediaType wanted(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (!type.isWildcardType() && !type.isWildcardSubtype()) {
                if (CSV.isCompatible(type)) {
                    return CSV;
                }
                if (MediaType.TEXT_PLAIN_TYPE.isCompatible(type)) {
                    return MediaType.TEXT_PLAIN_TYPE;
                }
            }
        }
        return MediaType.APPLICATION_JSON_TYPE;
    }
}
