package org.fenton.core.ranking;

import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.safety.Finding;

/**
 * Something that is not ranked, and why.
 *
 * @param code {@code SAFETY_STOP}, {@code NOT_FOR_PATIENTS} or {@code FAILED_DRUG}
 */
public record LeftOut(String combination, String code, String reason, String source) {
    static LeftOut notForPatients(Drug drug) {
        return new LeftOut(
                drug.id(),
                "NOT_FOR_PATIENTS",
                drug.patientUse().reason(),
                drug.listings().stream().map(Listing::row).findFirst().orElse(drug.id()));
    }

    static LeftOut failed(Drug drug) {
        return new LeftOut(drug.id(), "FAILED_DRUG", "the tumour stopped responding to this drug", "case");
    }

    static LeftOut stopped(Combination combination, Finding finding) {
        SafetyRule rule = finding.rule();
        String reason = rule.trigger()
                + (rule.threshold().isEmpty() ? "" : " (" + rule.threshold() + ")")
                + ": " + rule.actionText() + "; " + rule.rationale();
        return new LeftOut(combination.toString(), "SAFETY_STOP", reason, rule.id());
    }
}
