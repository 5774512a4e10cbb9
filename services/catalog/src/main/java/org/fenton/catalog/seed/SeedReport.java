package org.fenton.catalog.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects every fault of a set of seeds or of a file, so that one run names them all. */
public final class SeedReport {
    /** Beyond these, faults are counted but not kept: the report of a file of another kind must fit into memory. */
    private static final int MOST_KEPT = 100_000;

    private final List<SeedFault> faults = new ArrayList<>();
    private final Set<Integer> lines = new HashSet<>();
    private long count;

    public void add(SeedFault fault) {
        count++;
        lines.add(fault.line());
        if (faults.size() < MOST_KEPT) {
            faults.add(fault);
        }
    }

    public List<SeedFault> faults() {
        return List.copyOf(faults);
    }

    /** How many faults there are, kept or not. */
    public long count() {
        return count;
    }

    /** True when something is wrong with this line of the one file this report is about. */
    public boolean blames(int line) {
        return lines.contains(line);
    }

    /** Nothing is written from seeds with a fault. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new SeedException(faults());
        }
    }
}
