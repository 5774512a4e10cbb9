package org.fenton.catalog.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is searched; filters narrow each other, a filter given twice widens itself. */
public class SearchQuery {
    @Parameter(
            description = "Words; a drug may be named by any of its names. All words must be met.",
            example = "ruxolitinib ferroptosis")
    @QueryParam("q")
    @NotBlank
    @Size(max = 200)
    public String q;

    @Parameter(description = "Line types: drug, claim, edge, node, context, resistance, combination, rule, …")
    @QueryParam("type")
    public List<String> type;

    @Parameter(description = "Scopes of claims, edges, contexts, combinations, resistance mechanisms.")
    @QueryParam("scope")
    public List<String> scope;

    @Parameter(description = "Kinds of evidence.")
    @QueryParam("level")
    public List<String> level;

    @Parameter(description = "Directions of claims.")
    @QueryParam("direction")
    public List<String> direction;

    @Parameter(description = "Where the last page ended; follow the Link header rather than composing it.")
    @QueryParam("cursor")
    public String cursor;

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    public int limit;
}
