package org.fenton.core.safety;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fired, not fired, or unknown because facts were not given. A disjunction fires when any part fires and is unknown only
 * when none fires; a conjunction is refuted by any part and unknown only when none refutes it.
 */
public record Verdict(State state, Set<String> missing) {
    public enum State {
        FIRED,
        NOT_FIRED,
        UNKNOWN
    }

    static final Verdict FIRED = new Verdict(State.FIRED, Set.of());
    static final Verdict NOT_FIRED = new Verdict(State.NOT_FIRED, Set.of());

    public Verdict {
        missing = java.util.Collections.unmodifiableSet(new TreeSet<>(missing));
    }

    static Verdict unknown(String fact) {
        return new Verdict(State.UNKNOWN, Set.of(fact));
    }

    static Verdict of(boolean fired) {
        return fired ? FIRED : NOT_FIRED;
    }

    static Verdict any(List<Verdict> parts) {
        return combine(parts, State.FIRED);
    }

    static Verdict all(List<Verdict> parts) {
        return combine(parts, State.NOT_FIRED);
    }

    /** {@code decisive} wins; else unknown with everything that is missing; else the opposite. */
    private static Verdict combine(List<Verdict> parts, State decisive) {
        Set<String> missing = new TreeSet<>();
        for (Verdict part : parts) {
            if (part.state == decisive) {
                return part;
            }
            missing.addAll(part.missing);
        }
        if (!missing.isEmpty()) {
            return new Verdict(State.UNKNOWN, missing);
        }
        return decisive == State.FIRED ? NOT_FIRED : FIRED;
    }
}
