package org.fenton.rescoring.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one more case costs, told from two cold runs of different size: the difference of their processor times by the difference
 * of their cases. What a process spends once, on its start, on loading and on most of its compiling, is in both and falls out.
 *
 * @param perCase core-seconds, the sum of the next four
 * @param besides reading, hashing, writing the table, packing
 * @param rest collecting garbage, and compiling that goes on
 * @param start core-seconds that a process of no cases would take
 */
record Steady(double perCase, double scoring, double besides, double commit, double rest, double start) {
    static Steady between(Measured few, Measured many) {
        double more = many.cases() - few.cases();
        double perCase = (many.coreSeconds() - few.coreSeconds()) / more;
        return new Steady(
                perCase,
                (many.scoring() - few.scoring()) / more,
                (many.besides() - few.besides()) / more,
                (many.commit() - few.commit()) / more,
                (many.rest() - few.rest()) / more,
                few.coreSeconds() - few.cases() * perCase);
    }

    double shareNotScoring() {
        return 1 - scoring / perCase;
    }

    /** Hours for so many cases on so many executors of one core, each of which starts once, if they grow evenly. */
    double hours(long cases, int executors) {
        return (cases * perCase / executors + start) / 3600;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("coreSecondsPerCase", perCase)
                .put("scoring", scoring)
                .put("tasksBesides", besides)
                .put("commit", commit)
                .put("rest", rest)
                .put("startSeconds", start)
                .put("shareNotScoring", shareNotScoring());
    }
}
