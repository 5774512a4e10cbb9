package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.TumourCase;

/**
 * Everything that could be offered for a case: the usable drugs that the policy offers for its goal, alone and in pairs.
 * Drugs that are never for a patient are listed, not offered.
 */
public record CandidateSet(List<Combination> combinations, List<LeftOut> notForPatients) {
    /** What a release offers for a goal, whatever the case, in order. */
    static List<Combination> offered(Knowledge knowledge, Offers offers, Goal goal) {
        List<Drug> usable = knowledge.drugs().stream()
                .filter(drug -> drug.patientUse().allowed())
                .toList();
        return offers.of(goal).combinations(usable, knowledge);
    }

    /** The candidates of a case among all that the release offers for its goal: without the failed drug. */
    static CandidateSet among(List<Combination> offered, Knowledge knowledge, Offers offers, TumourCase tumourCase) {
        Optional<String> failed =
                tumourCase.failedDrug().flatMap(knowledge::findDrug).map(Drug::id);
        List<LeftOut> leftOut = new ArrayList<>();
        Optional<String> excluded = Optional.empty();
        for (Drug drug : knowledge.drugs()) {
            if (!offers.of(tumourCase.goal()).holds(drug, knowledge)) {
                continue;
            }
            if (!drug.patientUse().allowed()) {
                leftOut.add(LeftOut.notForPatients(drug));
            } else if (failed.filter(drug.id()::equals).isPresent()) {
                leftOut.add(LeftOut.failed(drug));
                excluded = failed;
            }
        }
        String gone = excluded.orElse("");
        return new CandidateSet(
                gone.isEmpty()
                        ? offered
                        : offered.stream()
                                .filter(combination -> !combination.contains(gone))
                                .toList(),
                leftOut);
    }
}
