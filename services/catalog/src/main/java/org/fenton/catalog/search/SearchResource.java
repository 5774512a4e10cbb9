package org.fenton.catalog.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private final Search search;
    private final SearchIndex index;

    SearchResource(Search search, SearchIndex index) {
        this.search = search;
        this.index = index;
    }

    @GET
    @Operation(
            operationId = "search",
            summary =
                    "Drugs, claims, nodes, edges, contexts and the rest by words: synonyms, spelling, facets, pages of one"
                            + " snapshot")
    public RestResponse<SearchView> search(@Valid @BeanParam SearchQuery asked, @Context UriInfo uri) {
        if (asked.cursor == null) {
            index.awaitJustPublished();
        }
        Search.Found found = QuarkusTransaction.requiringNew().call(() -> search.find(asked));
        var answer = RestResponse.ResponseBuilder.ok(found.page());
        answer.header("Link", "<" + uri.getRequestUri() + ">; rel=\"self\"");
        if (asked.cursor != null) {
            var first = uri.getRequestUriBuilder().replaceQueryParam("cursor").build();
            answer.header("Link", "<" + first + ">; rel=\"first\"");
        }
        if (found.next() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", found.next())
                    .build();
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
