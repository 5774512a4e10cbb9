package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.Collections;
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
 * @param placeOf where a pair stands in {@code combinations}
 */
public record DrugPairs(
        List<String> drugs, List<Combination> combinations, int[][] places, Map<Combination, Integer> placeOf) {
    public static DrugPairs of(List<Combination> candidates) {
        Map<String, Integer> drugPlaces = new HashMap<>();
        Map<Combination, Integer> pairPlaces = new HashMap<>();
        List<String> drugs = new ArrayList<>();
        List<Combination> pairs =
                candidates.stream().filter(Combination::isPair).toList();
        int[][] places = new int[pairs.size()][2];
        for (int p = 0; p < places.length; p++) {
            places[p][0] = place(pairs.get(p).first(), drugPlaces, drugs);
            places[p][1] = place(pairs.get(p).second(), drugPlaces, drugs);
            pairPlaces.put(pairs.get(p), p);
        }
        return new DrugPairs(List.copyOf(drugs), pairs, places, Collections.unmodifiableMap(pairPlaces));
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
