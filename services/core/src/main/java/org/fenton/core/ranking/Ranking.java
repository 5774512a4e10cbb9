package org.fenton.core.ranking;

import java.util.List;
import java.util.Map;

/**
 * The answer for one case: candidates by outlook and lane, and everything that was left out.
 *
 * @param favourable ranked within each lane, lanes in order
 * @param conflicted no direction can be given
 * @param expectedHarm expected to work against the goal
 * @param noAnswer no mechanism path strong enough
 * @param leftOut stopped by a safety rule, or never for patients
 */
public record Ranking(
        String releaseId,
        String bundleId,
        RankingPolicy policy,
        Map<Lane, List<RankedCandidate>> favourable,
        List<RankedCandidate> conflicted,
        List<RankedCandidate> expectedHarm,
        List<RankedCandidate> noAnswer,
        List<LeftOut> leftOut,
        List<String> notes) {
    /** How many were ranked, over all lists; what was left out does not count. */
    public int candidates() {
        return favourable.values().stream().mapToInt(List::size).sum()
                + conflicted.size()
                + expectedHarm.size()
                + noAnswer.size();
    }
}
