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
 * <p>logistic(score/2) of the arm's transcription factor, or logistic(value) of the gene where no factor lies on the way.
 * When neither is known: 0.7 for an arm whose effect a disease context of the case states (a cytokine that it names stands
 * for the factor that reads it); 0.1 for any other STAT where such a context names arms, since what nobody recorded as
 * driving this disease is not assumed to, unless the drug acts on a cytokine whose effect was seen here; ½ otherwise. A
 * drug that activates its target needs no activity: ½. Range (0, 1).
 */
final class Activeness {
    static final double UNKNOWN = 0.5;
    private static final double NAMED_ARM = 0.7;
    private static final double NOT_NAMED = 0.1;
    private static final Set<String> FACTORS = Set.of(
            "STAT1", "STAT2", "STAT3", "STAT5A", "STAT5B", "STAT6", "IRF1", "NFE2L2", "ATF4", "TP53", "HIF1A", "AR");

    private final TumourCase tumourCase;
    private final Set<String> namedArms = new HashSet<>();
    private boolean armsKnown;

    /** A factor with what it was read from. */
    record Reading(String arm, double factor, String basis) {}

    Activeness(Knowledge knowledge, TumourCase tumourCase, CaseScopes scopes) {
        this.tumourCase = tumourCase;
        scopes.contexts(knowledge).forEach(context -> addArms(context, knowledge));
    }

    private void addArms(DiseaseContext context, Knowledge knowledge) {
        for (DiseaseContext.Arm arm : context.arms()) {
            armsKnown = true;
            if (arm.effect() != DiseaseContext.ArmEffect.UNKNOWN) {
                namedArms.add(arm.node());
                namedArms.addAll(CytokineEffects.factorsOf(arm.node(), knowledge));
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
        if (namedArms.contains(arm)) {
            return new Reading(arm, NAMED_ARM, arm + " not measured; named by the disease context");
        }
        boolean cytokineSeenHere = Cytokine.of(start).isPresent() && arcs.get(0).match() == ScopeMatch.EXACT;
        return Cytokine.isFactor(arm) && armsKnown && !cytokineSeenHere
                ? new Reading(arm, NOT_NAMED, arm + " not measured; the disease context names other arms")
                : new Reading(arm, UNKNOWN, arm + " not measured");
    }

    /** The first transcription factor on the way; else the reader of the cytokine whose signal is followed; else the target. */
    private static String armOf(String start, List<Arc> arcs) {
        for (Arc arc : arcs) {
            if (FACTORS.contains(arc.from())) {
                return arc.from();
            }
        }
        for (Arc arc : arcs) {
            if (arc.mediated()) {
                return arc.mediator();
            }
        }
        return Cytokine.of(start).map(Cytokine::factor).orElse(start);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
