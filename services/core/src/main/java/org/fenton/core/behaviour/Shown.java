package org.fenton.core.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Outlook;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Standing;
import org.fenton.core.tumour.TumourCase;

/** A ranking as its reader sees it, asked about single candidates. */
record Shown(Knowledge knowledge, TumourCase tumourCase, Ranking ranking) {
    private static final int NOT_RANKED = 5_000_000;
    private static final int LIST = 1_000_000;

    Standing standing(String combination) {
        return Standing.of(knowledge, tumourCase, ranking, Combination.parse(combination));
    }

    Optional<Outlook> outlook(String combination) {
        return standing(combination).candidate().map(RankedCandidate::outlook);
    }

    boolean isOffered(String combination) {
        return outlook(combination).filter(Outlook.FAVOURABLE::equals).isPresent();
    }

    /** The candidates of every lane down to a place, lanes in order. */
    List<RankedCandidate> first(int places) {
        return ranking.favourable().values().stream()
                .flatMap(lane -> lane.stream().limit(places))
                .toList();
    }

    /** {@code a+b}, {@code with:DRUG} or {@code class:KEY}. */
    boolean fits(RankedCandidate candidate, String wanted) {
        if (wanted.startsWith("with:")) {
            return candidate.combination().contains(wanted.substring("with:".length()));
        }
        if (wanted.startsWith("class:")) {
            String key = wanted.substring("class:".length());
            return candidate.combination().drugs().stream()
                    .map(knowledge::drug)
                    .anyMatch(drug -> knowledge.classesOf(drug).contains(key));
        }
        return candidate.combination().equals(Combination.parse(wanted));
    }

    /** Smaller is better; everything that is not ranked stands last. */
    int place(String combination) {
        Standing standing = standing(combination);
        if (standing.candidate().isEmpty()) {
            return NOT_RANKED;
        }
        int list = Standing.lists(ranking).indexOf(standing.list());
        return list * LIST + standing.candidate().get().rank();
    }

    /** What no reader may ever be shown as an option, among the first places of every lane. */
    List<String> absurd(int places) {
        Set<String> failed = tumourCase.failedDrug().flatMap(knowledge::findDrug).map(Drug::id).stream()
                .collect(java.util.stream.Collectors.toSet());
        List<String> found = new ArrayList<>();
        for (RankedCandidate candidate : first(places)) {
            for (String id : candidate.combination().drugs()) {
                if (!knowledge.drug(id).patientUse().allowed()) {
                    found.add("not for patients: " + candidate.combination());
                }
                if (failed.contains(id)) {
                    found.add("the failed drug: " + candidate.combination());
                }
            }
        }
        return found;
    }
}
