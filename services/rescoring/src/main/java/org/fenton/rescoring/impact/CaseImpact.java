package org.fenton.rescoring.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed for one case.
 *
 * @param term what moved the top: a term's name, or what stands above the score
 * @param shift points by which that term moved the new top against the old one; absent where no score decided
 * @param newStops combinations that a safety rule stops now and did not, with the rule
 * @param lostStops the opposite
 * @param withdrawn favourable candidates of the baseline that are stopped now
 */
record CaseImpact(
        String caseId,
        String label,
        Verdict verdict,
        String topBefore,
        String topNow,
        String term,
        Optional<Double> shift,
        List<String> newStops,
        List<String> lostStops,
        List<String> withdrawn) {
    /** In the order in which they are listed, after those with changed safety stops. */
    enum Verdict {
        TOP_LOST,
        TOP_CHANGED,
        TOP_GAINED,
        SAME_TOP,
        NEW_CASE,
        GONE_CASE
    }

    static CaseImpact of(CaseRows before, CaseRows now) {
        Optional<RankedRow> old = before.top();
        Optional<RankedRow> top = now.top();
        Verdict verdict = old.isEmpty() && top.isEmpty()
                        || old.map(RankedRow::combination).equals(top.map(RankedRow::combination))
                ? Verdict.SAME_TOP
                : old.isEmpty() ? Verdict.TOP_GAINED : top.isEmpty() ? Verdict.TOP_LOST : Verdict.TOP_CHANGED;
        Mover mover = verdict == Verdict.SAME_TOP
                ? new Mover("", Optional.empty())
                : Mover.of(before, now, old.map(RankedRow::combination), top.map(RankedRow::combination));
        List<String> newStops = missing(now.stops(), before.stops());
        TreeSet<String> withdrawn = new TreeSet<>(before.favourable());
        withdrawn.removeIf(shown -> newStops.stream().noneMatch(stop -> stop.startsWith(shown + " ")));
        return new CaseImpact(
                now.caseId(),
                now.label(),
                verdict,
                old.map(RankedRow::combination).orElse(""),
                top.map(RankedRow::combination).orElse(""),
                mover.term,
                mover.shift,
                newStops,
                missing(before.stops(), now.stops()),
                List.copyOf(withdrawn));
    }

    static CaseImpact alone(CaseRows rows, Verdict verdict) {
        String top = rows.top().map(RankedRow::combination).orElse("");
        boolean gone = verdict == Verdict.GONE_CASE;
        return new CaseImpact(
                rows.caseId(),
                rows.label(),
                verdict,
                gone ? top : "",
                gone ? "" : top,
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> missing(Map<String, RankedRow> these, Map<String, RankedRow> those) {
        List<String> missing = new ArrayList<>();
        these.forEach((stop, row) -> {
            if (!those.containsKey(stop)) {
                missing.add(stop);
            }
        });
        return missing;
    }

    /** Whoever was told the old answer may act on something that no longer stands. */
    boolean contact() {
        return !withdrawn.isEmpty() || verdict == Verdict.TOP_LOST || verdict == Verdict.TOP_CHANGED;
    }

    boolean changed() {
        return verdict != Verdict.SAME_TOP || !newStops.isEmpty() || !lostStops.isEmpty();
    }

    /** Place in the report: withdrawn candidates, new stops, lost stops, then by verdict. */
    int urgency() {
        return !withdrawn.isEmpty() ? 0 : !newStops.isEmpty() ? 1 : !lostStops.isEmpty() ? 2 : 3 + verdict.ordinal();
    }

    /** What took the new top past the old one. */
    private record Mover(String term, Optional<Double> shift) {
        static Mover of(CaseRows before, CaseRows now, Optional<String> old, Optional<String> top) {
            Optional<RankedRow> oldNow = old.flatMap(now::row);
            Optional<RankedRow> topBefore = top.flatMap(before::row);
            if (old.flatMap(drugs -> stopOf(now, drugs)).isPresent()) {
                return new Mover("safety stop", Optional.empty());
            }
            if (top.flatMap(drugs -> stopOf(before, drugs)).isPresent()) {
                return new Mover("safety stop lifted", Optional.empty());
            }
            if (old.isEmpty() || top.isEmpty()) {
                return new Mover("outlook", Optional.empty());
            }
            RankedRow oldBefore = before.row(old.get()).orElseThrow();
            RankedRow topNow = now.row(top.get()).orElseThrow();
            if (oldNow.isEmpty() && topBefore.isEmpty()) {
                return new Mover("not told: neither top is shown in both runs", Optional.empty());
            }
            if (topBefore.isEmpty()) {
                return oneSided(topNow, oldNow.get(), " (leads by it now; was not shown before)");
            }
            if (oldNow.isEmpty()) {
                return oneSided(oldBefore, topBefore.get(), " (the old top led by it; is not shown now)");
            }
            if (!oldNow.get().favourable() || !topBefore.get().favourable()) {
                return new Mover("outlook", Optional.empty());
            }
            if (!oldNow.get().lane().equals(oldBefore.lane())
                    || !topNow.lane().equals(topBefore.get().lane())) {
                return new Mover("lane", Optional.empty());
            }
            return largest(oldBefore, topBefore.get(), oldNow.get(), topNow);
        }

        /** Where one run does not show both tops, what the other run says of the lead, and that it is one run only. */
        private static Mover oneSided(RankedRow leader, RankedRow other, String which) {
            if (!other.favourable()) {
                return new Mover("outlook", Optional.empty());
            }
            if (!other.lane().equals(leader.lane())) {
                return new Mover("lane", Optional.empty());
            }
            Map<String, Double> lead = new TreeMap<>();
            add(lead, leader, 1);
            add(lead, other, -1);
            Mover most = most(lead);
            return new Mover(most.term + which, most.shift);
        }

        private static Optional<RankedRow> stopOf(CaseRows rows, String combination) {
            return rows.row(combination).filter(RankedRow::stopped);
        }

        /** The lead of the new top over the old one grew by a sum over terms; the largest part of it names the mover. */
        private static Mover largest(RankedRow oldBefore, RankedRow topBefore, RankedRow oldNow, RankedRow topNow) {
            Map<String, Double> shifts = new TreeMap<>();
            add(shifts, topNow, 1);
            add(shifts, oldNow, -1);
            add(shifts, topBefore, -1);
            add(shifts, oldBefore, 1);
            return most(shifts);
        }

        private static Mover most(Map<String, Double> shifts) {
            return shifts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(entry -> new Mover(entry.getKey(), Optional.of(entry.getValue())))
                    .orElseThrow();
        }

        private static void add(Map<String, Double> shifts, RankedRow row, int sign) {
            row.contributions().forEach((term, points) -> shifts.merge(term, sign * points, Double::sum));
        }
    }
}
