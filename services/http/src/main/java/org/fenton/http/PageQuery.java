package org.fenton.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The paging parameters of every list; follow the {@code Link} header rather than composing {@code after}. */
public class PageQuery {
    @Parameter(description = "Key of the last row already seen; rows after it are answered.")
    @QueryParam("after")
    @DefaultValue("")
    public String after;

    @Parameter(description = "Most rows to answer.")
    @QueryParam("limit")
    @DefaultValue("100")
    @Min(1)
    @Max(1000)
    public int limit;
}
