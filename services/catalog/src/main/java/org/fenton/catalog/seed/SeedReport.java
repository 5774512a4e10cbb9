package org.fenton.catalog.seed;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a set of seeds, so that one run names them all. */
public final class SeedReport {
    private final List<SeedFault> faults = new ArrayList<>();

    public void add(SeedFault fault) {
        faults.add(fault);
    }

    public List<SeedFault> faults() {
        return List.copyOf(faults);
    }

    /** Nothing is written from seeds with a fault. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new SeedException(faults());
        }
    }
}
