package org.fenton.core.ranking;

import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.EffectStrength;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.safety.Finding;
import org.fenton.core.safety.SafetyCheck;
import org.fenton.core.tumour.TumourCase;
import org.jspecify.annotations.Nullable;

/** Reads the value of each term for a candidate of one case. What a single drug contributes is read once. For one thread. */
final class Appraisal {
    private static final double RESISTANCE_DOUBT = 0.15;
    private static final double EVIDENCE_DOUBT = 0.1;

    private final Knowledge knowledge;
    private final RankingPolicy policy;
    private final Weighing weighing;
    private final TumourCase tumourCase;
    private final Predictions predictions;
    private final Predictions.InOrder inOrder;
    private final SafetyCheck safety;
    private final Propagation propagation;
    private final ResistanceLink resistance;
    private final KnownEvidence evidence;
    private final Narrative narrative;
    private final Grounds grounds;
    private final MechanismDoubt doubt;
    private final StandingPaths paths;
    private final boolean bothGoals;

    /** One case with everything that was asked about it before ranking. */
    record Question(TumourCase tumourCase, Predictions predictions, SafetyCheck safety) {}

    Appraisal(Knowledge knowledge, RankingPolicy policy, Question question) {
        this.knowledge = knowledge;
        this.policy = policy;
        this.weighing = new Weighing(policy);
        this.tumourCase = question.tumourCase;
        this.predictions = question.predictions;
        this.inOrder = predictions.new InOrder();
        this.safety = question.safety;
        CaseScopes scopes = CaseScopes.of(tumourCase, knowledge);
        this.propagation = new Propagation(knowledge, tumourCase);
        this.resistance = new ResistanceLink(knowledge, tumourCase, scopes);
        this.evidence = new KnownEvidence(knowledge, scopes, tumourCase);
        this.narrative = new Narrative(knowledge, tumourCase, scopes);
        this.grounds = new Grounds(policy, tumourCase, predictions, safety, narrative, weighing);
        this.bothGoals = Outlook.bothGoals(tumourCase.goal(), knowledge, scopes);
        this.doubt = new MechanismDoubt(tumourCase.state());
        this.paths = new StandingPaths(tumourCase.goal().sign());
    }

    List<String> notes() {
        return narrative.notes(resistance.fits().values());
    }

    DrugInCase read(String id) {
        Drug drug = knowledge.drug(id);
        FerroptosisEffect effect = propagation.effectTowards(tumourCase.goal(), drug);
        EffectStrength strength = effect.strength();
        List<ClassTerm> classTerms = policy.classTerms().stream()
                .filter(term -> term.concerns(drug, knowledge))
                .toList();
        return new DrugInCase(
                drug,
                effect,
                strength,
                DrugEffects.answers(effect),
                doubt.of(strength.promotingPath()),
                doubt.of(strength.inhibitingPath()),
                paths.behind(effect),
                resistance.of(drug),
                DrugInCase.stage(drug),
                drug.isContested(),
                classTerms,
                evidence.rows(id),
                safety.of(id));
    }

    /** @param findings of the safety rules for the combination */
    Appraised appraise(Combination combination, DrugInCase first, @Nullable DrugInCase second, List<Finding> findings) {
        EffectStrength effect = DrugEffects.together(first, second);
        List<KnownEvidence.Hit> hits =
                evidence.of(combination, first.tests(), second == null ? List.of() : second.tests());
        TermValues values = new TermValues(weighing);
        values.add(TermKind.MECHANISM, effect.net() * tumourCase.goal().sign(), doubt(effect, first, second));
        values.add(TermKind.RESISTANCE, DrugReadings.resistance(first, second), RESISTANCE_DOUBT);
        if (second != null) {
            values.addUnknown(TermKind.BENEFIT);
            synergy(inOrder.placeOf(combination), values);
            values.add(TermKind.BURDEN, -1, 0);
        }
        if (!hits.isEmpty()) {
            values.add(TermKind.EVIDENCE, evidence(hits), EVIDENCE_DOUBT);
        }
        addOrUnknown(TermKind.EXPOSURE, DrugReadings.exposure(first, second), 0, values);
        values.add(TermKind.REPURPOSING, DrugReadings.repurposing(first, second), 0);
        values.add(TermKind.CONTESTED, DrugReadings.contested(first, second), 0);
        values.add(TermKind.SAFETY, SafetyReading.fired(findings, weighing), 0);
        if (SafetyReading.waits(findings)) {
            values.addUnknown(TermKind.SAFETY);
        }
        classTerms(first, second, values);
        Outlook alone = Outlook.of(tumourCase.goal(), effect, hits);
        return new Appraised(
                grounds,
                combination,
                first,
                second,
                values,
                hits,
                new Appraised.Placing(alone, alone.within(bothGoals), lane(hits)));
    }

    private static void addOrUnknown(TermKind kind, double value, double doubt, TermValues values) {
        if (Double.isNaN(value)) {
            values.addUnknown(kind);
        } else {
            values.add(kind, value, doubt);
        }
    }

    private static double doubt(EffectStrength effect, DrugInCase first, @Nullable DrugInCase second) {
        return MechanismDoubt.of(
                doubt(
                        effect.promotingPath(),
                        first.strength().promotingPath(),
                        first.promotingDoubt(),
                        second == null ? 0 : second.promotingDoubt()),
                doubt(
                        effect.inhibitingPath(),
                        first.strength().inhibitingPath(),
                        first.inhibitingDoubt(),
                        second == null ? 0 : second.inhibitingDoubt()));
    }

    /** Of a side that one of the two leads. */
    private static double doubt(
            @Nullable EffectPath leading, @Nullable EffectPath ofFirst, double first, double second) {
        return leading == null ? 0 : leading == ofFirst ? first : second;
    }

    /** Each once, whichever of the two drugs is of the classes. */
    private void classTerms(DrugInCase first, @Nullable DrugInCase second, TermValues values) {
        for (ClassTerm term : policy.classTerms()) {
            if (first.classTerms().contains(term)
                    || second != null && second.classTerms().contains(term)) {
                addOrUnknown(term.kind(), term.value(tumourCase.state()), ClassTerm.DOUBT, values);
            }
        }
    }

    private static Lane lane(List<KnownEvidence.Hit> hits) {
        Lane lane = Lane.PREDICTED;
        for (KnownEvidence.Hit hit : hits) {
            if (hit.wholeCandidate() && hit.direction() > 0 && hit.inThisDisease()) {
                if (hit.row().level() == EvidenceLevel.CLINICAL) {
                    return Lane.CLINICAL;
                }
                if (hit.row().level().isExperimental()) {
                    lane = Lane.EXPERIMENTAL;
                }
            }
        }
        return lane;
    }

    private void synergy(int place, TermValues values) {
        if (place < 0 || predictions.abstained(place)) {
            values.addUnknown(TermKind.SYNERGY);
        } else {
            values.add(TermKind.SYNERGY, predictions.excess(place), predictions.halfWidth(place));
        }
    }

    private static double evidence(List<KnownEvidence.Hit> hits) {
        double sum = 0;
        for (KnownEvidence.Hit hit : hits) {
            sum += hit.value();
        }
        return Math.max(-1, Math.min(1, sum));
    }
}
