package org.fenton.core.knowledge;

import java.util.Set;

/** A safety rule: what it applies to, when it fires, and what follows. The condition grammar is in docs/data.md. */
public record SafetyRule(
        String id,
        String category,
        Set<String> drugs,
        Set<String> classes,
        String trigger,
        String threshold,
        String condition,
        Action action,
        String actionText,
        String severity,
        String rationale,
        String confidence,
        String source) {
    /** Strongest first. */
    public enum Action {
        STOP,
        AVOID,
        ADJUST,
        MONITOR,
        INFORM
    }

    public SafetyRule {
        drugs = Set.copyOf(drugs);
        classes = Set.copyOf(classes);
    }
}
