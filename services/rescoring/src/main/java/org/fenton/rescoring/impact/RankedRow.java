package org.fenton.rescoring.impact;

import java.util.Map;

/**
 * A row of a result's table.
 *
 * @param excluded the code of what was left out; empty for a candidate
 * @param source the rule or row behind an exclusion
 * @param contributions by column of the term
 */
record RankedRow(
        String combination,
        String outlook,
        String lane,
        String excluded,
        String source,
        String reason,
        Map<String, Double> contributions) {
    boolean favourable() {
        return outlook.equals("FAVOURABLE");
    }

    boolean stopped() {
        return excluded.equals("SAFETY_STOP");
    }
}
