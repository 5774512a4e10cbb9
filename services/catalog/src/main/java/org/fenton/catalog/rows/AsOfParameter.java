package org.fenton.catalog.rows;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says once, for every read that can be asked of the past, how. */
@OpenApiFilter(priority = 30)
public class AsOfParameter implements OASFilter {
    private static final Set<String> READS = Set.of(
            "listDrugs",
            "getDrug",
            "resolveDrug",
            "listStatements",
            "getStatement",
            "search",
            "listDrugListings",
            "getDrugListing",
            "listDrugClasses",
            "getDrugClass",
            "listNodes",
            "getNode",
            "listEdges",
            "getEdge",
            "listContexts",
            "getContext",
            "listResistanceMechanisms",
            "getResistanceMechanism",
            "listCombinations",
            "getCombination",
            "listSafetyRules",
            "getSafetyRule",
            "listInteractions",
            "getInteraction",
            "listClaims",
            "getClaim",
            "listSources",
            "getSource",
            "listTumours",
            "getTumour",
            "listScopes",
            "getScope",
            "getCounts",
            "exportRows",
            "exportEdgeList",
            "exportClaimStatements");

    @Override
    public Operation filterOperation(Operation operation) {
        if (READS.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter()
                    .name(AsOf.PARAMETER)
                    .in(Parameter.In.QUERY)
                    .description(
                            "Answer from a release: its id, current, or an instant, which means the release of then")
                    .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
        }
        return operation;
    }
}
