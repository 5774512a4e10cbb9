package org.fenton.catalog.release;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.catalog.claim.ClaimResource;
import org.fenton.catalog.claim.SourceResource;
import org.fenton.catalog.combination.CombinationResource;
import org.fenton.catalog.disease.ContextResource;
import org.fenton.catalog.disease.ResistanceResource;
import org.fenton.catalog.disease.ScopeResource;
import org.fenton.catalog.disease.TumourResource;
import org.fenton.catalog.drug.DrugClassResource;
import org.fenton.catalog.drug.DrugListingResource;
import org.fenton.catalog.drug.DrugResource;
import org.fenton.catalog.mechanism.EdgeResource;
import org.fenton.catalog.mechanism.NodeResource;
import org.fenton.catalog.rows.Rows;
import org.fenton.catalog.safety.InteractionResource;
import org.fenton.catalog.safety.SafetyRuleResource;
import org.fenton.core.knowledge.Listing.Kind;

@Path("/v1/counts")
@Produces(MediaType.APPLICATION_JSON)
public class CountsResource {

    /** Rows of each kind. */
    public record CountsView(
            long jakStatAgents,
            long ferroptosisInducers,
            long ferroptosisInhibitors,
            long backbones,
            long drugs,
            long drugClasses,
            long nodes,
            long edges,
            long contexts,
            long combinations,
            long resistanceMechanisms,
            long safetyRules,
            long interactions,
            long tumours,
            long scopes,
            long sources,
            long claims) {}

    @GET
    @Transactional
    @Operation(operationId = "getCounts", summary = "Rows of each kind")
    public CountsView get() {
        return new CountsView(
                listed(Kind.JAK_STAT),
                listed(Kind.FERROPTOSIS_INDUCER),
                listed(Kind.FERROPTOSIS_INHIBITOR),
                listed(Kind.BACKBONE),
                all(DrugResource.ROWS),
                all(DrugClassResource.ROWS),
                all(NodeResource.ROWS),
                all(EdgeResource.ROWS),
                all(ContextResource.ROWS),
                all(CombinationResource.ROWS),
                all(ResistanceResource.ROWS),
                all(SafetyRuleResource.ROWS),
                all(InteractionResource.ROWS),
                all(TumourResource.ROWS),
                all(ScopeResource.ROWS),
                all(SourceResource.ROWS),
                all(ClaimResource.ROWS));
    }

    private static long listed(Kind kind) {
        return DrugListingResource.ROWS.count(DrugListingResource.ofKind(kind));
    }

    private static long all(Rows<?, ?> rows) {
        return rows.count(Rows.Where.ANY);
    }
}
