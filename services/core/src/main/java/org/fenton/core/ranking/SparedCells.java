package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;

/**
 * Cells that a treatment has to spare: contexts whose goal is PROTECT, asked about for a tumour under or after immunotherapy,
 * whose response those cells carry. Their own pathway state is not known.
 */
final class SparedCells {
    private final Knowledge knowledge;
    private final List<Cells> cells = new ArrayList<>();
    private final Map<String, List<Harm>> byDrug = new HashMap<>();

    private record Cells(DiseaseContext context, Propagation propagation) {}

    /** A drug that is expected to raise ferroptosis in cells that should live. */
    record Harm(Drug drug, DiseaseContext context, EffectPath path) {}

    SparedCells(Knowledge knowledge, TumourCase tumourCase) {
        this.knowledge = knowledge;
        boolean immunotherapy = tumourCase
                .patient()
                .immunotherapy()
                .filter(timing -> timing != Patient.Immunotherapy.NONE)
                .isPresent();
        if (tumourCase.oncotree().isEmpty() || !immunotherapy) {
            return;
        }
        for (DiseaseContext context : knowledge.contexts()) {
            if (context.goal().equals("PROTECT")) {
                cells.add(new Cells(context, new Propagation(knowledge, in(context.scope()))));
            }
        }
    }

    private static TumourCase in(String tissueScope) {
        return new TumourCase(
                tissueScope,
                Goal.INHIBIT,
                Optional.empty(),
                Optional.of(tissueScope),
                Optional.empty(),
                List.of(),
                Patient.NOTHING_GIVEN,
                PathwayState.UNKNOWN);
    }

    /** In order of drug, then context. */
    List<Harm> harms(Combination combination) {
        return combination.drugs().stream()
                .flatMap(id -> byDrug.computeIfAbsent(id, key -> harms(knowledge.drug(key))).stream())
                .toList();
    }

    private List<Harm> harms(Drug drug) {
        List<Harm> harms = new ArrayList<>();
        for (Cells one : cells) {
            FerroptosisEffect effect = one.propagation.effectOf(drug);
            if (effect.direction() == FerroptosisEffect.Direction.PROMOTES) {
                harms.add(new Harm(drug, one.context, effect.promotingPaths().get(0)));
            }
        }
        return harms;
    }
}
