package org.fenton.catalog.seed;

import java.util.List;
import java.util.stream.Collectors;

/** The seeds are wrong; the message is the whole report, one fault a line. */
public final class SeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String first;

    SeedException(List<SeedFault> faults) {
        super(faults.size() + " fault(s) in the seeds, nothing was written:\n"
                + faults.stream().map(SeedFault::toString).collect(Collectors.joining("\n")));
        first = faults.get(0) + (faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : "");
    }

    /** The first fault with its place, on one line. */
    public String inOneLine() {
        return first;
    }
}
