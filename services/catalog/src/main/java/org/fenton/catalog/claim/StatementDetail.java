package org.fenton.catalog.claim;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A statement with its claims.
 *
 * @param openReports reports that it is wrong, not yet answered; {@code report} leads to them
 * @param claimsComplete false when there are more claims than shown; {@code GET /v1/claims?statement=} lists all
 */
public record StatementDetail(
        @JsonUnwrapped StatementView statement, long openReports, boolean claimsComplete, List<Said> saidBy) {

    /** One claim, its scope sorted by kind and its sources with identifier, licence and how far they were read. */
    public record Said(ClaimView claim, Scope scope, String paper, boolean counted, List<SourceView> sources) {}

    /** Where a claim holds. A list is absent where the row names none of its kind. */
    public record Scope(
            List<String> diseases, List<String> tissues, List<String> states, String setting, List<String> species) {}
}
