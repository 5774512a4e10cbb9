package org.fenton.rescoring.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a second executor process brings by the clock. Whole is from the start of the driver's JVM to its end; steady is what
 * the cases between the few and the many took, which leaves out the start of driver and executors.
 */
record Growth(Measured fewOne, Measured one, Measured fewTwo, Measured two) {
    double whole() {
        return one.wallSeconds() / two.wallSeconds();
    }

    double steady() {
        return (one.wallSeconds() - fewOne.wallSeconds()) / (two.wallSeconds() - fewTwo.wallSeconds());
    }

    /** Why this is no measurement of one and two executors; empty when it is. */
    List<String> faults(String fewHash, String hash) {
        List<String> faults = new ArrayList<>();
        fault(faults, fewOne, 1, fewHash);
        fault(faults, one, 1, hash);
        fault(faults, fewTwo, 2, fewHash);
        fault(faults, two, 2, hash);
        return faults;
    }

    private static void fault(List<String> faults, Measured run, int asked, String hash) {
        if (run.executorsThatRanked() != asked || run.executorProcesses() != asked) {
            faults.add("asked for " + asked + " executor(s): " + run.executorsThatRanked() + " ranked, "
                    + run.executorProcesses() + " processes were there");
        }
        if (!run.outputHash().equals(hash)) {
            faults.add(asked + " executor(s) gave another output: " + run.outputHash());
        }
    }

    List<String> lines() {
        return List.of(
                line(1, one),
                line(2, two),
                String.format(
                        Locale.ROOT,
                        "  1 -> 2 executors by the clock on this machine: whole %.2f x (%.1f s / %.1f s, starts included);"
                                + " steady %.2f x (%d -> %d cases: %.1f s / %.1f s)",
                        whole(),
                        one.wallSeconds(),
                        two.wallSeconds(),
                        steady(),
                        fewOne.cases(),
                        one.cases(),
                        one.wallSeconds() - fewOne.wallSeconds(),
                        two.wallSeconds() - fewTwo.wallSeconds()));
    }

    private static String line(int executors, Measured run) {
        return String.format(
                Locale.ROOT,
                "  %d executor(s): %.1f s, %.1f rows a second, %.1f core-seconds (%.2f cores busy), peak %d MB an executor",
                executors,
                run.wallSeconds(),
                run.cases() / run.wallSeconds(),
                run.coreSeconds(),
                run.coreSeconds() / run.wallSeconds(),
                run.peakMegabytes());
    }

    void put(ObjectNode found) {
        found.put("growth", whole()).put("growthSteady", steady());
        found.set("one", one.json());
        found.set("two", two.json());
    }
}
