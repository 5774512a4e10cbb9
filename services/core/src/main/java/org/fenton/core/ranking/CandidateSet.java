package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.Goal;

/**
 * Everything that could be offered for a case: the usable drugs that the policy offers for its goal, alone and in pairs.
 * Drugs that are never for a patient are listed, not offered.
 *
 * @param drugs of the combinations, each once
 * @param places of each combination's one or two drugs in {@code drugs}
 * @param pairs among the combinations, as a model is asked about them
 */
public record CandidateSet(
        List<Combination> combinations,
        List<LeftOut> notForPatients,
        List<String> drugs,
        int[][] places,
        DrugPairs pairs) {
    private static CandidateSet of(List<Combination> combinations, List<LeftOut> notForPatients) {
        Map<String, Integer> placeOf = new LinkedHashMap<>();
        int[][] places = new int[combinations.size()][];
        for (int c = 0; c < places.length; c++) {
            places[c] = combinations.get(c).drugs().stream()
                    .mapToInt(drug -> placeOf.computeIfAbsent(drug, next -> placeOf.size()))
                    .toArray();
        }
        return new CandidateSet(
                combinations,
                List.copyOf(notForPatients),
                List.copyOf(placeOf.keySet()),
                places,
                DrugPairs.of(combinations));
    }

    /** What a release offers for a goal, whatever the case, in order. */
    static List<Combination> offered(Knowledge knowledge, Offers offers, Goal goal) {
        List<Drug> usable = knowledge.drugs().stream()
                .filter(drug -> drug.patientUse().allowed())
                .toList();
        return offers.of(goal).combinations(usable, knowledge);
    }

    /**
     * The candidates among all that the release offers for a goal: without the failed drug.
     *
     * @param failed its id; empty when none failed or the release does not hold it
     */
    static CandidateSet among(List<Combination> offered, Knowledge knowledge, Offers.Offer offer, String failed) {
        List<LeftOut> leftOut = new ArrayList<>();
        String gone = "";
        for (Drug drug : knowledge.drugs()) {
            if (!offer.holds(drug, knowledge)) {
                continue;
            }
            if (!drug.patientUse().allowed()) {
                leftOut.add(LeftOut.notForPatients(drug));
            } else if (drug.id().equals(failed)) {
                leftOut.add(LeftOut.failed(drug));
                gone = failed;
            }
        }
        return of(without(gone, offered), leftOut);
    }

    private static List<Combination> without(String gone, List<Combination> offered) {
        return gone.isEmpty()
                ? offered
                : offered.stream()
                        .filter(combination -> !combination.contains(gone))
                        .toList();
    }
}
