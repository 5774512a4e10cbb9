package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.safety.Finding;
import org.fenton.core.safety.SafetyCheck;
import org.fenton.core.safety.SafetyRules;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.TumourCase;
import org.jspecify.annotations.Nullable;

/**
 * Ranks every candidate of a release for one case: safety gates first, then outlook, then lanes, then score, then bands.
 *
 * <p>Deterministic: the result depends only on the release, the case, the predictions and the policy. Equal scores
 * are ordered by the studies and the potency behind the paths towards the goal, then by the combination's id ({@link TieBreak}).
 */
public final class Ranker {
    private final Knowledge knowledge;
    private final RankingPolicy policy;
    private final SafetyRules rules;
    private final Map<Goal, List<Combination>> offered;
    /** They depend on the goal and the failed drug alone, so there are few; kept, since each case asks twice. */
    private final Map<Asked, CandidateSet> candidates;

    private final Set<String> genes;

    /** Sorts out a release once; keep it for all cases. Safe for use by many threads. */
    public Ranker(Knowledge knowledge, RankingPolicy policy) {
        this.knowledge = knowledge;
        this.policy = policy;
        this.rules = SafetyRules.of(knowledge);
        this.offered = offered(knowledge, policy);
        this.candidates = new ConcurrentHashMap<>();
        Set<String> named = new TreeSet<>(knowledge.nodes());
        named.addAll(Propagation.FACTORS);
        this.genes = Collections.unmodifiableSet(named);
    }

    private Ranker(Ranker same, RankingPolicy other) {
        this.knowledge = same.knowledge;
        this.policy = other;
        this.rules = same.rules;
        boolean sameOffers = other.offers().equals(same.policy.offers());
        this.offered = sameOffers ? same.offered : offered(same.knowledge, other);
        this.candidates = sameOffers ? same.candidates : new ConcurrentHashMap<>();
        this.genes = same.genes;
    }

    private static Map<Goal, List<Combination>> offered(Knowledge knowledge, RankingPolicy policy) {
        Map<Goal, List<Combination>> offered = new HashMap<>();
        for (Goal goal : policy.goals()) {
            offered.put(goal, CandidateSet.offered(knowledge, policy.offers(), goal));
        }
        return offered;
    }

    /** The same release under another policy. */
    public Ranker under(RankingPolicy other) {
        return new Ranker(this, other);
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    public RankingPolicy policy() {
        return policy;
    }

    /** Genes whose expression can matter to a ranking with this release: its nodes and the factors that read cytokines. */
    public Set<String> genes() {
        return genes;
    }

    public CandidateSet candidates(TumourCase tumourCase) {
        String failed = tumourCase
                .failedDrug()
                .flatMap(knowledge::findDrug)
                .map(Drug::id)
                .orElse("");
        return candidates.computeIfAbsent(
                new Asked(tumourCase.goal(), failed),
                asked -> CandidateSet.among(
                        offered.get(asked.goal), knowledge, policy.offers().of(asked.goal), asked.failed));
    }

    private record Asked(Goal goal, String failed) {}

    /**
     * @param predictions of one bundle for this case; a missing prediction is an unknown term, not a zero
     * @throws IllegalArgumentException when a lab value is in another unit than the release's rules use
     */
    public Ranking rank(TumourCase tumourCase, Predictions predictions) {
        CandidateSet candidates = candidates(tumourCase);
        SafetyCheck safety = new SafetyCheck(rules, tumourCase.patient(), tumourCase.backbone());
        Appraisal appraisal = new Appraisal(knowledge, policy, new Appraisal.Question(tumourCase, predictions, safety));
        DrugInCase[] drugs = candidates.drugs().stream().map(appraisal::read).toArray(DrugInCase[]::new);

        List<LeftOut> leftOut = new ArrayList<>(candidates.notForPatients());
        List<Appraised> appraised = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int c = 0; c < candidates.combinations().size(); c++) {
            Combination combination = candidates.combinations().get(c);
            int[] places = candidates.places()[c];
            DrugInCase first = drugs[places[0]];
            DrugInCase second = places.length == 1 ? null : drugs[places[1]];
            safety.find(first.safety(), second == null ? null : second.safety(), findings);
            Finding stop = stop(findings);
            if (stop == null) {
                appraised.add(appraisal.appraise(combination, first, second, findings));
            } else {
                leftOut.add(LeftOut.stopped(combination, stop));
            }
        }
        List<String> notes = new ArrayList<>(appraisal.notes());
        tumourCase
                .backbone()
                .forEach(kept -> notes.add("Every candidate is read as given beside " + kept
                        + ", which is kept: tests made with it and its interactions count."));
        safety.unknownMedicines()
                .forEach(medicine -> notes.add("Medicine '" + medicine
                        + "' is not known to this release: its interactions were not checked."));
        return arranged(predictions, appraised, leftOut, notes);
    }

    private static @Nullable Finding stop(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.rule().action() == SafetyRule.Action.STOP && finding.fired()) {
                return finding;
            }
        }
        return null;
    }

    private Ranking arranged(Predictions predictions, List<Appraised> all, List<LeftOut> leftOut, List<String> notes) {
        Map<Outlook, List<Appraised>> byOutlook = new EnumMap<>(Outlook.class);
        Map<Lane, List<Appraised>> byLane = new EnumMap<>(Lane.class);
        for (Outlook outlook : Outlook.values()) {
            byOutlook.put(outlook, new ArrayList<>());
        }
        for (Lane lane : Lane.values()) {
            byLane.put(lane, new ArrayList<>());
        }
        for (Appraised each : all) {
            (each.outlook == Outlook.FAVOURABLE ? byLane.get(each.lane) : byOutlook.get(each.outlook)).add(each);
        }
        Map<Lane, List<RankedCandidate>> lanes = new EnumMap<>(Lane.class);
        byLane.forEach((lane, candidates) -> lanes.put(lane, banded(candidates)));
        return new Ranking(
                knowledge.releaseId(),
                predictions.bundleId(),
                policy,
                lanes,
                banded(byOutlook.get(Outlook.CONFLICTED)),
                banded(byOutlook.get(Outlook.EXPECTED_HARM)),
                banded(byOutlook.get(Outlook.UNKNOWN)),
                leftOut,
                notes);
    }

    /** Best first; a new band begins where a candidate's interval no longer reaches the band leader's. */
    private static List<RankedCandidate> banded(List<Appraised> candidates) {
        Appraised[] sorted = candidates.toArray(Appraised[]::new);
        Arrays.sort(sorted, Appraised::before);
        List<RankedCandidate> placed = new ArrayList<>(sorted.length);
        int band = 0;
        double leaderLower = Double.POSITIVE_INFINITY;
        for (Appraised candidate : sorted) {
            if (candidate.upper < leaderLower) {
                band++;
                leaderLower = candidate.lower;
            }
            placed.add(new RankedCandidate(candidate, placed.size() + 1, band));
        }
        return Collections.unmodifiableList(placed);
    }
}
