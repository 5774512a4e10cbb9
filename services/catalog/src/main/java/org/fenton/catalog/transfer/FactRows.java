package org.fenton.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

/** The rows of a type, as JSON, one after the other: of now or of a release. */
final class FactRows {
    private static final Map<String, Rows<?, ?>> ROWS = Map.ofEntries(
            Map.entry("source", SourceResource.ROWS),
            Map.entry("node", NodeResource.ROWS),
            Map.entry("tumour", TumourResource.ROWS),
            Map.entry("scope", ScopeResource.ROWS),
            Map.entry("edge", EdgeResource.ROWS),
            Map.entry("class", DrugClassResource.ROWS),
            Map.entry("drug", DrugResource.ROWS),
            Map.entry("drug-listing", DrugListingResource.ROWS),
            Map.entry("context", ContextResource.ROWS),
            Map.entry("resistance", ResistanceResource.ROWS),
            Map.entry("combination", CombinationResource.ROWS),
            Map.entry("rule", SafetyRuleResource.ROWS),
            Map.entry("interaction", InteractionResource.ROWS),
            Map.entry("claim", ClaimResource.ROWS));

    private FactRows() {}

    /** Must run in a transaction. */
    static void each(FactType type, Optional<String> release, Consumer<JsonNode> each) {
        if (type.isList()) {
            ROWS.get("drug").eachNode(release, drug -> {
                for (JsonNode element : drug.path(
                        type.name().substring("drug-".length()) + (type.name().endsWith("target") ? "s" : ""))) {
                    each.accept(((ObjectNode) element.deepCopy())
                            .put("drug", drug.path("id").asText()));
                }
            });
        } else {
            ROWS.get(type.name()).eachNode(release, each);
        }
    }
}
