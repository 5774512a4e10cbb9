package org.fenton.core.tumour;

import java.util.List;
import java.util.Optional;

/**
 * One case to rank for.
 *
 * @param oncotree tumour type; either this or {@code tissueScope} is given
 * @param tissueScope a diseased tissue (for example {@code retina}) when there is no tumour
 * @param failedDrug the drug that the tumour stopped responding to, as the user wrote it
 */
public record TumourCase(
        String label,
        Goal goal,
        Optional<String> oncotree,
        Optional<String> tissueScope,
        Optional<String> failedDrug,
        List<Alteration> alterations,
        Patient patient,
        PathwayState state) {
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

    public boolean hasLost(String gene) {
        return alterations.stream()
                .anyMatch(alteration -> alteration.gene().equals(gene) && alteration.effect() == AlterationEffect.LOSS);
    }
}
