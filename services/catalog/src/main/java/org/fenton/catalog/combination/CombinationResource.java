package org.fenton.catalog.combination;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fenton.catalog.drug.DrugResource;
import org.fenton.catalog.rows.AsOf;
import org.fenton.catalog.rows.Rows;
import org.fenton.core.id.Combination;
import org.fenton.http.Page;
import org.fenton.http.PageQuery;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/combinations")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class CombinationResource {
    public static final Rows<CombinationEntity, CombinationView> ROWS = new Rows<>(
            "combination",
            CombinationEntity.class,
            CombinationView::of,
            CombinationView::id,
            new Rows.Released<>("combination", CombinationView.class));

    @GET
    @Operation(
            operationId = "listCombinations",
            summary =
                    "Combinations somebody tested, with what came out; of one combination, named in any order, when asked")
    public RestResponse<Page<CombinationView>> list(
            @Parameter(description = "One drug or two joined by +, by any of their names: ruxolitinib+erastin")
                    @QueryParam("of")
                    String of,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        return ROWS.page(of == null ? Rows.Where.ANY : only(of), new Page.Request(page, uri));
    }

    private static Rows.Where only(String of) {
        // A plus in an address reads as a blank when the caller did not encode it.
        List<String> drugs = Arrays.stream(of.split("\\s*\\+\\s*| ", -1))
                .map(DrugResource::one)
                .toList();
        if (drugs.size() > 2 || (drugs.size() == 2 && drugs.get(0).equals(drugs.get(1)))) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "of is one drug or two different ones, joined by +");
        }
        Combination asked =
                drugs.size() == 1 ? Combination.single(drugs.get(0)) : Combination.of(drugs.get(0), drugs.get(1));
        // No row has the empty id: a list of none is a list of nothing, and JPQL wants one.
        List<String> ids = AsOf.release().isPresent() ? List.of() : CombinationEntity.idsOf(asked);
        return Rows.Where.ANY.and(
                "r.id in :ids", "ids", ids.isEmpty() ? List.of("") : ids, line -> isOf(line, asked.toString()));
    }

    private static boolean isOf(JsonNode combination, String pair) {
        for (JsonNode each : combination.path("pairs")) {
            if (each.asText().equals(pair)) {
                return true;
            }
        }
        return false;
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCombination", summary = "One combination")
    public CombinationView get(@RestPath String id) {
        return ROWS.get(id);
    }
}
