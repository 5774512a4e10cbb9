package org.fenton.core.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.tumour.TumourCase;

/** What each drug does to the process of the goal in one case, and what a combination does. */
record DrugEffects(Map<String, FerroptosisEffect> byDrug) {
    static DrugEffects of(Knowledge knowledge, TumourCase tumourCase, CandidateSet candidates) {
        Propagation propagation = new Propagation(knowledge, tumourCase);
        Map<String, FerroptosisEffect> effects = new HashMap<>();
        candidates
                .drugs()
                .forEach(id -> effects.put(id, propagation.effectTowards(tumourCase.goal(), knowledge.drug(id))));
        return new DrugEffects(effects);
    }

    /**
     * The effects that make up a combination's: one, or both of a pair. A partner without an answer of its own adds nothing
     * to a pair; the noise of two silent drugs makes no answer.
     */
    List<FerroptosisEffect> answering(Combination combination) {
        FerroptosisEffect first = byDrug.get(combination.first());
        if (!combination.isPair()) {
            return List.of(first);
        }
        FerroptosisEffect second = byDrug.get(combination.second());
        if (answers(first) && answers(second)) {
            return List.of(first, second);
        }
        return List.of(answers(second) ? second : first);
    }

    /** @param answering see {@link #answering} */
    static FerroptosisEffect together(List<FerroptosisEffect> answering) {
        FerroptosisEffect first = answering.get(0);
        return answering.size() == 1 ? first : first.with(answering.get(1));
    }

    private static boolean answers(FerroptosisEffect effect) {
        return effect.direction() != FerroptosisEffect.Direction.NONE;
    }

    /** The drugs of a pair that add nothing to it in this case. */
    List<String> silent(Combination combination) {
        return combination.isPair()
                ? combination.drugs().stream()
                        .filter(id -> byDrug.get(id).direction() == FerroptosisEffect.Direction.NONE)
                        .toList()
                : List.of();
    }
}
