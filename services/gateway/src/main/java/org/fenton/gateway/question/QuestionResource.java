package org.fenton.gateway.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Comparison;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Standing;
import org.fenton.documents.DocumentException;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.WhatIf;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.decision.Decisions;
import org.fenton.gateway.ranking.Asking;
import org.fenton.gateway.ranking.Question;

/** Questions about a kept ranking. */
@Path("/v1/rankings/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionResource {
    private final Decisions decisions;
    private final Records records;
    private final WhatIfAnswer whatIf;
    private final Replay replay;

    QuestionResource(Decisions decisions, Records records, WhatIfAnswer whatIf, Replay replay) {
        this.decisions = decisions;
        this.records = records;
        this.whatIf = whatIf;
        this.replay = replay;
    }

    @GET
    @Path("/candidates/{combination}")
    @Operation(
            operationId = "explainCandidate",
            summary =
                    "Why any drug or pair of the catalog stands where it does in this ranking, or why it is not in it")
    public Response candidate(@PathParam("id") String id, @PathParam("combination") String combination) {
        Decision decision = decisions.find(id);
        Question question = records.question(decision);
        Knowledge knowledge = question.ranker().knowledge();
        Combination named = Named.combination(combination, knowledge);
        Standing standing = Standing.of(knowledge, question.tumourCase(), question.rank(), named);
        ObjectNode root = Answers.head("fenton-candidate/1", decision, question);
        root.put("combination", named.toString());
        root.put("ranked", standing.candidate().isPresent());
        root.set("reasonsNotRanked", Answers.reasons(standing));
        standing.candidate().ifPresent(candidate -> ranked(root, candidate, standing, knowledge));
        if (question.tumourCase().failedDrug().isPresent()) {
            root.set("withFailedDrugKept", kept(question, named));
        }
        return answer(root);
    }

    private static void ranked(ObjectNode root, RankedCandidate candidate, Standing standing, Knowledge knowledge) {
        RankedCandidate leader = standing.list().get(0);
        root.set("candidate", new RankingWriter(knowledge, 1).candidate(candidate));
        root.put("among", standing.list().size());
        root.put("ahead", candidate.rank() - 1);
        if (candidate != leader) {
            root.set("againstLeader", Answers.comparison(Comparison.of(candidate, leader)));
        }
    }

    /** The same candidate beside the failed drug as its backbone. */
    private static ObjectNode kept(Question question, Combination named) {
        boolean keeps = question.tumourCase().keepsFailedDrug();
        var kept = question.tumourCase().keeping(true);
        Ranking ranking = keeps ? question.rank() : question.ranker().rank(kept, question.predictions());
        Standing standing = Standing.of(question.ranker().knowledge(), kept, ranking, named);
        ObjectNode node = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        node.put("ranked", standing.candidate().isPresent());
        node.set("reasonsNotRanked", Answers.reasons(standing));
        standing.candidate().ifPresent(candidate -> node.set("place", Answers.place(candidate)));
        return node;
    }

    @GET
    @Path("/compare")
    @Operation(operationId = "compareCandidates", summary = "Two candidates term by term: what decides between them")
    public Response compare(@PathParam("id") String id, @QueryParam("a") String a, @QueryParam("b") String b) {
        Decision decision = decisions.find(id);
        Question question = records.question(decision);
        Knowledge knowledge = question.ranker().knowledge();
        Ranking ranking = question.rank();
        List<Standing> both = List.of(
                Standing.of(knowledge, question.tumourCase(), ranking, Named.combination(a, knowledge)),
                Standing.of(knowledge, question.tumourCase(), ranking, Named.combination(b, knowledge)));
        ObjectNode root = Answers.head("fenton-comparison/1", decision, question);
        boolean comparable =
                both.stream().allMatch(standing -> standing.candidate().isPresent());
        root.put("comparable", comparable);
        ArrayNode places = root.putArray("candidates");
        for (Standing standing : both) {
            ObjectNode place = standing.candidate().map(Answers::place).orElseGet(() -> places.objectNode()
                    .put("combination", standing.combination().toString()));
            place.set("reasonsNotRanked", Answers.reasons(standing));
            places.add(place);
        }
        if (comparable) {
            root.set(
                    "comparison",
                    Answers.comparison(Comparison.of(
                            both.get(0).candidate().get(),
                            both.get(1).candidate().get())));
        }
        return answer(root);
    }

    @POST
    @Path("/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "whatIf",
            summary =
                    "Rank the case again with something changed: what flips, and the smallest change that flips the top")
    public Response whatIf(@PathParam("id") String id, byte[] body) {
        Decision decision = decisions.find(id);
        try {
            WhatIf asked = WhatIf.read(body);
            return answer(whatIf.answer(decision, records.question(decision), asked));
        } catch (DocumentException problem) {
            throw Asking.refused("the question cannot be read: ", problem);
        }
    }

    @POST
    @Path("/replay")
    @Operation(
            operationId = "replay",
            summary = "Make the ranking again from its record and compare the bytes; nothing is kept")
    public Response replay(@PathParam("id") String id) {
        return answer(replay.answer(decisions.find(id)));
    }

    private static Response answer(ObjectNode root) {
        return Response.ok(RankingWriter.bytes(root))
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .build();
    }
}
