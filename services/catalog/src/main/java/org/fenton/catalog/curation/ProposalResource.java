package org.fenton.catalog.curation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.catalog.rows.Rows;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes of claims, from proposal to publication (docs/curation.md). */
@Path("/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class ProposalResource {
    private final Proposals proposals;

    ProposalResource(Proposals proposals) {
        this.proposals = proposals;
    }

    @GET
    @Operation(operationId = "listProposals", summary = "Proposals; of one state, claim or report when asked")
    public RestResponse<Page<ProposalView>> list(
            @QueryParam("state") ProposalState state,
            @QueryParam("claim") String claim,
            @QueryParam("report") String report,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        Rows<ProposalEntity, ProposalView> rows =
                new Rows<>("proposal", ProposalEntity.class, proposals::view, ProposalView::id);
        Rows.Where where = Rows.Where.ANY
                .and("r.state = :state", "state", state)
                .and("r.claim = :claim", "claim", claim)
                .and("r.report = :report", "report", report);
        return rows.page(where, new Page.Request(page, uri));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getProposal",
            summary = "One proposal with its history; the ETag is what If-Match must say")
    public RestResponse<ProposalView> get(@RestPath String id) {
        return tagged(RestResponse.ResponseBuilder.ok(), Proposals.find(id));
    }

    @POST
    @Operation(
            operationId = "propose",
            summary =
                    "Propose a claim, its correction or its retraction; the latter two with If-Match, the claim's ETag")
    @APIResponse(responseCode = "201", description = "Proposed")
    @APIResponse(
            responseCode = "412",
            description = "The claim has changed or another proposal on it is open; with both")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<ProposalView> propose(
            @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ProposalRequest request, @Context UriInfo uri) {
        ProposalEntity proposal = proposals.propose(request, ifMatch);
        URI location = uri.getAbsolutePathBuilder().path(proposal.id).build();
        return tagged(RestResponse.ResponseBuilder.created(location), proposal);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "reviseProposal", summary = "Its proposer changes what it says")
    public RestResponse<ProposalView> revise(
            @RestPath String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull ProposalRequest.Revision revision) {
        return tagged(RestResponse.ResponseBuilder.ok(), proposals.revise(id, revision, ifMatch));
    }

    @POST
    @Path("{id}/reviews")
    @Operation(operationId = "reviewProposal", summary = "Another person approves, rejects or asks for changes")
    public RestResponse<ProposalView> review(
            @RestPath String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull ProposalRequest.Review review) {
        return tagged(RestResponse.ResponseBuilder.ok(), proposals.review(id, review, ifMatch));
    }

    @POST
    @Path("{id}/comments")
    @Operation(operationId = "commentProposal", summary = "A word on a proposal; changes nothing")
    public RestResponse<ProposalView> comment(@RestPath String id, @Valid @NotNull ProposalRequest.Word word) {
        return tagged(RestResponse.ResponseBuilder.ok(), proposals.comment(id, word));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(operationId = "withdrawProposal", summary = "Its proposer takes it back")
    public RestResponse<ProposalView> withdraw(
            @RestPath String id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ProposalRequest.Word word) {
        return tagged(RestResponse.ResponseBuilder.ok(), proposals.withdraw(id, word, ifMatch));
    }

    @POST
    @Path("{id}/publication")
    @Operation(operationId = "publishProposal", summary = "What was approved becomes part of the next release, now")
    public RestResponse<ProposalView> publish(
            @RestPath String id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ProposalRequest.Word word) {
        return tagged(RestResponse.ResponseBuilder.ok(), proposals.publish(id, word, ifMatch));
    }

    private RestResponse<ProposalView> tagged(
            RestResponse.ResponseBuilder<ProposalView> answer, ProposalEntity proposal) {
        return answer.header("ETag", "\"" + proposal.tag() + "\"")
                .header("Cache-Control", "no-cache")
                .entity(proposals.view(proposal))
                .build();
    }
}
