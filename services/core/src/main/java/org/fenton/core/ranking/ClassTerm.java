package org.fenton.core.ranking;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.PathwayState;

/**
 * A term that a policy adds for drugs of some classes: how active in this tumour is what they depend on.
 *
 * <p>Value = 2·logistic(x) − 1 with x half the activity of the factor, else the expression of the gene; a candidate without
 * a drug of the classes does not have the term; one whose node was not measured has it as unknown.
 *
 * @param classes a candidate has the term when one of its drugs is of one of these, or below one
 * @param reads the factor or gene
 */
public record ClassTerm(TermKind kind, Set<String> classes, String reads) {
    static final double DOUBT = 0.1;

    public ClassTerm {
        classes = Set.copyOf(classes);
    }

    /** The n-th of a policy, from 0. */
    public static ClassTerm at(int number, Wording wording, Set<String> classes, String reads) {
        return new ClassTerm(
                TermKind.added(number, wording.label, wording.definition, wording.doesNotMean), classes, reads);
    }

    /** How the term is called and explained in every answer. */
    public record Wording(String label, String definition, String doesNotMean) {}

    boolean concerns(Drug drug, Knowledge knowledge) {
        return knowledge.classesOf(drug).stream().anyMatch(classes::contains);
    }

    /** NaN when the node was not measured. */
    double value(PathwayState state) {
        OptionalDouble factor = state.factor(reads);
        OptionalDouble gene = state.gene(reads);
        if (factor.isEmpty() && gene.isEmpty()) {
            return Double.NaN;
        }
        double x = factor.isPresent() ? factor.getAsDouble() / 2 : gene.getAsDouble();
        return 2 / (1 + StrictMath.exp(-x)) - 1;
    }

    /** @param drug the candidate's that is of the classes */
    Basis.Words basis(PathwayState state, String drug) {
        OptionalDouble factor = state.factor(reads);
        return new Basis.Words(
                List.of(drug),
                factor.isPresent()
                        ? reads + " activity " + TwoPlaces.of(factor.getAsDouble())
                        : reads + " expression "
                                + TwoPlaces.of(state.gene(reads).orElseThrow()));
    }
}
