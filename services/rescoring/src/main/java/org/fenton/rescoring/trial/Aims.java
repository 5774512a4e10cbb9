package org.fenton.rescoring.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the bench found beside what was aimed at; a run of another kind or size than the aim is for is still told. */
final class Aims {
    private static final double SHARE_NOT_SCORING = 0.25;
    private static final double GROWTH = 1.8;
    private static final double MEGABYTES = 1536;

    private Aims() {}

    /** @param found what was measured of one kind of cases */
    static List<String> of(SyntheticCohort.Kind kind, JsonNode found) {
        double perCase = kind == SyntheticCohort.Kind.REPORTED ? 0.02 : 0.05;
        List<String> lines = new ArrayList<>();
        lines.add(most("core-seconds a case", perCase, found.path("coreSecondsPerCase")));
        lines.add(most(
                "core-seconds a case, steady", perCase, found.path("steady").path("coreSecondsPerCase")));
        lines.add(most("share not scoring", SHARE_NOT_SCORING, found.path("shareNotScoring")));
        lines.add(most(
                "share not scoring, steady",
                SHARE_NOT_SCORING,
                found.path("steady").path("shareNotScoring")));
        if (found.has("growth")) {
            lines.add(least("1 -> 2 executors", found.path("growth")));
            lines.add(least("1 -> 2 executors, steady", found.path("growthSteady")));
            lines.add(most("MB an executor", MEGABYTES, found.path("two").path("peakMegabytes")));
        }
        return lines;
    }

    private static String most(String what, double aim, JsonNode found) {
        return line(what, "at most", aim, found.asDouble(), found.asDouble() <= aim);
    }

    private static String least(String what, JsonNode found) {
        return line(what, "at least", GROWTH, found.asDouble(), found.asDouble() >= GROWTH);
    }

    private static String line(String what, String way, double aim, double found, boolean reached) {
        return String.format(
                Locale.ROOT, "  aim: %s %s %s; found %.4f, %s", what, way, aim, found, reached ? "reached" : "MISSED");
    }
}
