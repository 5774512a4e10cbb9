package org.fenton.core.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;

/**
 * Which drugs fill the top tens of many cases, whatever the case.
 *
 * <p>Each drug of each candidate in a case's top ten is one appearance; p is a drug's part of all appearances. Entropy is
 * −Σ p·log₂ p in bits, 0 when one drug is everywhere; normalised by log₂ of the number of drugs that the release could
 * offer, 1 when all appear equally often. No appearance at all gives 0.
 *
 * @param cases with at least one candidate in the top ten
 * @param offerable drugs that may be shown for a patient
 * @param drugs most frequent first
 * @param classes of those drugs, with the classes above them; a drug of several counts in each
 */
public record FrequentFlyers(
        int cases, int appearances, int offerable, double entropyBits, List<Share> drugs, List<Share> classes) {
    /**
     * @param appearances in all top tens
     * @param ofAppearances its part of all appearances
     * @param ofCases the part of the cases whose top ten holds it
     */
    public record Share(String name, int appearances, double ofAppearances, double ofCases) {}

    public FrequentFlyers {
        drugs = List.copyOf(drugs);
        classes = List.copyOf(classes);
    }

    public static FrequentFlyers of(Knowledge knowledge, List<List<Combination>> tops) {
        Count byDrug = new Count();
        Count byClass = new Count();
        int appearances = 0;
        int cases = 0;
        for (List<Combination> top : tops) {
            cases += top.isEmpty() ? 0 : 1;
            Set<String> seen = new HashSet<>();
            for (Combination combination : top) {
                for (String id : combination.drugs()) {
                    appearances++;
                    byDrug.add(id, seen);
                    knowledge.classesOf(knowledge.drug(id)).forEach(key -> byClass.add("class " + key, seen));
                }
            }
        }
        double entropy = 0;
        for (int count : byDrug.appearances.values()) {
            double part = (double) count / appearances;
            entropy -= part * StrictMath.log(part) / StrictMath.log(2);
        }
        int offerable = (int) knowledge.drugs().stream()
                .filter(drug -> drug.patientUse().allowed())
                .count();
        return new FrequentFlyers(
                cases,
                appearances,
                offerable,
                entropy,
                byDrug.shares(appearances, cases),
                byClass.shares(appearances, cases));
    }

    public double normalised() {
        return offerable < 2 ? 0 : entropyBits / (StrictMath.log(offerable) / StrictMath.log(2));
    }

    private static final class Count {
        private final Map<String, Integer> appearances = new TreeMap<>();
        private final Map<String, Integer> cases = new TreeMap<>();

        void add(String name, Set<String> seenInCase) {
            appearances.merge(name, 1, Integer::sum);
            if (seenInCase.add(name)) {
                cases.merge(name, 1, Integer::sum);
            }
        }

        List<Share> shares(int all, int allCases) {
            List<Share> shares = new ArrayList<>();
            appearances.forEach((name, count) ->
                    shares.add(new Share(name, count, (double) count / all, (double) cases.get(name) / allCases)));
            shares.sort(Comparator.comparingInt(Share::appearances).reversed().thenComparing(Share::name));
            return shares;
        }
    }
}
