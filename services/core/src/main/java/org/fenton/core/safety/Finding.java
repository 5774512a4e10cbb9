package org.fenton.core.safety;

import org.fenton.core.knowledge.SafetyRule;

/** A rule that applies to a drug of the combination, and what its condition says for this patient. */
public record Finding(SafetyRule rule, String drug, Verdict verdict) {
    public boolean fired() {
        return verdict.state() == Verdict.State.FIRED;
    }

    public boolean unknown() {
        return verdict.state() == Verdict.State.UNKNOWN;
    }
}
