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
        Listing.Kind partnerKind = tumourCase.goal() == Goal.INDUCE
                ? Listing.Kind.FERROPTOSIS_INDUCER
                : Listing.Kind.FERROPTOSIS_INHIBITOR;
        Optional<String> failed =
                tumourCase.failedDrug().flatMap(knowledge::findDrug).map(Drug::id);
        List<Drug> jakStat = new ArrayList<>();
        List<Drug> partners = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Drug drug : knowledge.drugs()) {
            boolean isJakStat = drug.isListed(Listing.Kind.JAK_STAT);
            boolean isPartner = drug.isListed(partnerKind);
            if (!isJakStat && !isPartner) {
                continue;
            }
            if (!drug.patientUse().allowed()) {
                leftOut.add(LeftOut.notForPatients(drug));
            } else if (failed.filter(drug.id()::equals).isPresent()) {
                leftOut.add(
                        new LeftOut(drug.id(), "FAILED_DRUG", "the tumour stopped responding to this drug", "case"));
            } else {
                if (isJakStat) {
                    jakStat.add(drug);
                }
                if (isPartner) {
                    partners.add(drug);
                }
            }
        }
        return new CandidateSet(combine(jakStat, partners), leftOut);
    }

    private static List<Combination> combine(List<Drug> jakStat, List<Drug> partners) {
        java.util.TreeSet<Combination> all = new java.util.TreeSet<>();
        jakStat.forEach(drug -> all.add(Combination.single(drug.id())));
        partners.forEach(drug -> all.add(Combination.single(drug.id())));
        for (Drug a : jakStat) {
            for (Drug b : partners) {
                if (!a.id().equals(b.id())) {
                    all.add(Combination.of(a.id(), b.id()));
                }
            }
        }
        return List.copyOf(all);
    }
}
