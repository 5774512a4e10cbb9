package org.fenton.core.tumour;

import java.util.List;
import java.util.Optional;

/**
 * One case to rank for.
 *
 * @param oncotree tumour type; either this or {@code tissueScope} is given
 * @param tissueScope a diseased tissue (for example {@code retina}) when there is no tumour
 * @param failedDrug the drug that the tumour stopped responding to, as the user wrote it
 * @param keepsFailedDrug the failed drug goes on as the backbone of every candidate
 */
public record TumourCase(
        String label,
        Goal goal,
        Optional<String> oncotree,
        Optional<String> tissueScope,
        Optional<String> failedDrug,
        List<Alteration> alterations,
        Patient patient,
        PathwayState state,
        boolean keepsFailedDrug) {
    public TumourCase(
            String label,
            Goal goal,
            Optional<String> oncotree,
            Optional<String> tissueScope,
            Optional<String> failedDrug,
            List<Alteration> alterations,
            Patient patient,
            PathwayState state) {
        this(label, goal, oncotree, tissueScope, failedDrug, alterations, patient, state, false);
    }

    public enum AlterationEffect {
        LOSS,
        GAIN
    }

    /** A gene that lost or gained function in the tumour. */
    public record Alteration(String gene, AlterationEffect effect) {}

    public TumourCase {
        if (oncotree.isPresent() == tissueScope.isPresent()) {
            throw new IllegalArgumentException("a case has either an OncoTree code or a tissue scope");
        }
        alterations = List.copyOf(alterations);
    }

    /** The failed drug where it is kept as the backbone; empty otherwise. */
    public List<String> backbone() {
        return keepsFailedDrug ? failedDrug.stream().toList() : List.of();
    }

    /** The same case in another pathway state. */
    public TumourCase in(PathwayState other) {
        return new TumourCase(
                label, goal, oncotree, tissueScope, failedDrug, alterations, patient, other, keepsFailedDrug);
    }

    /** The same case, the failed drug kept or not. */
    public TumourCase keeping(boolean kept) {
        return new TumourCase(label, goal, oncotree, tissueScope, failedDrug, alterations, patient, state, kept);
    }

    public boolean hasLost(String gene) {
        return alterations.stream()
                .anyMatch(alteration -> alteration.gene().equals(gene) && alteration.effect() == AlterationEffect.LOSS);
    }
}
