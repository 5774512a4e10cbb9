package org.fenton.core.mechanism;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.TumourCase;

/**
 * How active the arm is that a path runs through: blocking what is not active changes nothing.
 *
 * <p>logistic(score/2) of the arm's transcription factor, or logistic(value) of the gene where no factor lies on the way;
 * when neither is known, 0.7 for an arm that the disease context names and ½ otherwise. A drug that activates its target
 * needs no activity: ½. Range (0, 1).
 */
final class Activeness {
    static final double UNKNOWN = 0.5;
    private static final double NAMED_ARM = 0.7;
    private static final Set<String> FACTORS = Set.of(
            "STAT1", "STAT2", "STAT3", "STAT5A", "STAT5B", "STAT6", "IRF1", "NFE2L2", "ATF4", "TP53", "HIF1A", "AR");

    private final TumourCase tumourCase;
    private final Set<String> namedArms = new HashSet<>();

    /** A factor with what it was read from. */
    record Reading(String arm, double factor, String basis) {}

    Activeness(Knowledge knowledge, TumourCase tumourCase, CaseScopes scopes) {
        this.tumourCase = tumourCase;
        for (DiseaseContext context : knowledge.contexts()) {
            if (scopes.match(Set.of(context.scope()), knowledge) == ScopeMatch.EXACT) {
                context.arms().forEach(arm -> namedArms.add(arm.node()));
            }
        }
    }

    Reading of(String start, List<Arc> arcs, DrugTarget.Effect effect) {
        String arm = armOf(start, arcs);
        if (effect == DrugTarget.Effect.ACTIVATE) {
            return new Reading(arm, UNKNOWN, "activator: needs no activity");
        }
        OptionalDouble factor = tumourCase.state().factor(arm);
        if (factor.isPresent()) {
            return new Reading(arm, logistic(factor.getAsDouble() / 2), arm + " activity");
        }
        OptionalDouble gene = tumourCase.state().gene(arm);
        if (gene.isPresent()) {
            return new Reading(arm, logistic(gene.getAsDouble()), arm + " expression");
        }
        return namedArms.contains(arm)
                ? new Reading(arm, NAMED_ARM, arm + " not measured; named by the disease context")
                : new Reading(arm, UNKNOWN, arm + " not measured");
    }

    /** The first transcription factor on the way; STAT1 for a ligand's mediated effect; else the target itself. */
    private static String armOf(String start, List<Arc> arcs) {
        for (Arc arc : arcs) {
            if (FACTORS.contains(arc.from())) {
                return arc.from();
            }
            if (arc.mediated()) {
                return "STAT1";
            }
        }
        return start;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
