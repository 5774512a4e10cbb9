package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.Combination;

/**
 * The pairs among candidates as places in one list of drugs, so that a model is told each drug once.
 *
 * @param drugs ids, in the order in which they first occur
 * @param combinations the pairs, in the order of the candidates
 * @param places of the first and the second drug of each pair in {@code drugs}
 */
public record DrugPairs(List<String> drugs, List<Combination> combinations, int[][] places) {
    public static DrugPairs of(List<Combination> candidates) {
        Map<String, Integer> placeOf = new HashMap<>();
        List<String> drugs = new ArrayList<>();
        List<Combination> pairs =
                candidates.stream().filter(Combination::isPair).toList();
        int[][] places = new int[pairs.size()][2];
        for (int p = 0; p < places.length; p++) {
            places[p][0] = place(pairs.get(p).first(), placeOf, drugs);
            places[p][1] = place(pairs.get(p).second(), placeOf, drugs);
        }
        return new DrugPairs(drugs, pairs, places);
    }

    private static int place(String drug, Map<String, Integer> placeOf, List<String> drugs) {
        Integer known = placeOf.putIfAbsent(drug, drugs.size());
        if (known != null) {
            return known;
        }
        drugs.add(drug);
        return drugs.size() - 1;
    }
}
