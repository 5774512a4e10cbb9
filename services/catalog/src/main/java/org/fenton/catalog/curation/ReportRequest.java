package org.fenton.catalog.curation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That a fact is wrong.
 *
 * @param statement id of the statement
 * @param claim the claim that is meant; absent when the statement as a whole is
 * @param curator who reports, as declared: nobody checks it yet
 * @param wrong what is wrong with it
 * @param proof what shows it: a PMID, a DOI, an address
 */
public record ReportRequest(
        @NotBlank String statement,
        String claim,
        @NotBlank @Size(min = 2, max = 200) String curator,
        @NotBlank @Size(min = 8, max = 4000) String wrong,
        @Size(max = 2000) String proof) {}
