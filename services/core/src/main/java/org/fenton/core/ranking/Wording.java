package org.fenton.core.ranking;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sentences for and against a candidate, put into words only when asked. For one thread. */
public final class Wording {
    private final Supplier<List<String>> findReasons;
    private final Supplier<List<String>> findAgainst;
    private @Nullable List<String> reasons;
    private @Nullable List<String> against;

    Wording(Supplier<List<String>> findReasons, Supplier<List<String>> findAgainst) {
        this.findReasons = findReasons;
        this.findAgainst = findAgainst;
    }

    List<String> reasons() {
        if (reasons == null) {
            reasons = List.copyOf(findReasons.get());
        }
        return reasons;
    }

    List<String> against() {
        if (against == null) {
            against = List.copyOf(findAgainst.get());
        }
        return against;
    }
}
