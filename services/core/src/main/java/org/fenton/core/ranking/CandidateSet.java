package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.TumourCase;

/**
 * Everything that could be offered for a case: each usable JAK/STAT agent and ferroptosis drug alone, and each pair of
 * one and the other. Drugs that are never for a patient are listed, not offered.
 */
public record CandidateSet(List<Combination> combinations, List<LeftOut> notForPatients) {
    public static CandidateSet of(Knowledge knowledge, TumourCase tumourCase) {
        return among(offered(knowledge, tumourCase.goal()), knowledge, tumourCase);
    }

    /** What a release offers for a goal, whatever the case, in order. */
    static List<Combination> offered(Knowledge knowledge, Goal goal) {
        List<Drug> usable = knowledge.drugs().stream()
                .filter(drug -> drug.patientUse().allowed())
                .toList();
        return combine(
                usable.stream()
                        .filter(drug -> drug.isListed(Listing.Kind.JAK_STAT))
                        .toList(),
                usable.stream().filter(drug -> drug.isListed(partnerKind(goal))).toList());
    }

    static Listing.Kind partnerKind(Goal goal) {
        return goal == Goal.INDUCE ? Listing.Kind.FERROPTOSIS_INDUCER : Listing.Kind.FERROPTOSIS_INHIBITOR;
    }

    /** The candidates of a case among all that the release offers for its goal: without the failed drug. */
    static CandidateSet among(List<Combination> offered, Knowledge knowledge, TumourCase tumourCase) {
        Optional<String> failed =
                tumourCase.failedDrug().flatMap(knowledge::findDrug).map(Drug::id);
        List<LeftOut> leftOut = new ArrayList<>();
        Optional<String> excluded = Optional.empty();
        for (Drug drug : knowledge.drugs()) {
            if (!drug.isListed(Listing.Kind.JAK_STAT) && !drug.isListed(partnerKind(tumourCase.goal()))) {
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

    private static List<Combination> combine(List<Drug> jakStat, List<Drug> partners) {
        java.util.Set<Combination> all = new java.util.HashSet<>();
        jakStat.forEach(drug -> all.add(Combination.single(drug.id())));
        partners.forEach(drug -> all.add(Combination.single(drug.id())));
        for (Drug a : jakStat) {
            for (Drug b : partners) {
                if (!a.id().equals(b.id())) {
                    all.add(Combination.of(a.id(), b.id()));
                }
            }
        }
        return all.stream().sorted().toList();
    }
}
