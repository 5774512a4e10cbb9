package org.fenton.local.chaos;

import java.util.function.Supplier;

/**
 * Something that goes wrong for a while and is then put right.
 *
 * @param hitsGateway whether the gateway itself is hit, so that nobody can answer
 * @param lack empty when this machine can do it, else what it lacks
 */
record Fault(String name, Step begin, Step end, boolean hitsGateway, Supplier<String> lack) {
    interface Step {
        void take() throws Exception;
    }

    /** One that the gateway has to bear, and that every machine can do. */
    static Fault of(String name, Step begin, Step end) {
        return new Fault(name, begin, end, false, () -> "");
    }

    Fault ofTheGateway() {
        return new Fault(name, begin, end, true, lack);
    }

    Fault lacking(Supplier<String> what) {
        return new Fault(name, begin, end, hitsGateway, what);
    }
}
