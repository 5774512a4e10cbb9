package org.fenton.core.ranking;

import java.util.List;
import java.util.Optional;
import org.fenton.core.knowledge.Drug;

/**
 * What a drug brings to every candidate of the case that it is in: read once, it stands in hundreds.
 *
 * @param stage value of the term for its regulatory state
 * @param classTerms those of the policy's own terms that its classes have
 */
record DrugInCase(
        Drug drug, Optional<ResistanceLink.Link> link, double stage, boolean contested, List<ClassTerm> classTerms) {
    static double stage(Drug drug) {
        return switch (drug.approval()) {
            case APPROVED -> 1;
            case APPROVED_ELSEWHERE -> 0.7;
            case INVESTIGATIONAL -> 0.3;
            default -> 0;
        };
    }
}
