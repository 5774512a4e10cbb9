package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.ranking.Term.Reading;
import org.fenton.core.safety.Finding;
import org.fenton.core.tumour.TumourCase;

/**
 * Reads the value of each term for a candidate of one case and adds them up. A case has thousands of candidates and shows
 * few: what a single drug contributes is read once, and words are found only when asked for ({@link Basis}).
 */
final class Appraisal {
    private final Knowledge knowledge;
    private final RankingPolicy policy;
    private final Weighing weighing;
    private final TumourCase tumourCase;
    private final CaseScopes scopes;
    private final Predictions predictions;
    private final Predictions.InOrder inOrder;
    private final DrugEffects effects;
    private final ResistanceLink resistance;
    private final KnownEvidence evidence;
    private final Narrative narrative;
    private final boolean bothGoals;
    private final MechanismDoubt doubt;
    private final StandingPaths paths;
    private final Map<String, DrugInCase> byDrug = new HashMap<>();
    private final UnknownTerm noBenefit;
    private final Term burden;

    /** One case with everything that was asked about it before ranking. */
    record Question(TumourCase tumourCase, CaseScopes scopes, Predictions predictions, DrugEffects effects) {}

    Appraisal(Knowledge knowledge, RankingPolicy policy, Question question) {
        this.knowledge = knowledge;
        this.policy = policy;
        this.weighing = new Weighing(policy);
        this.tumourCase = question.tumourCase;
        this.scopes = question.scopes;
        this.predictions = question.predictions;
        this.inOrder = question.predictions.new InOrder();
        this.effects = question.effects;
        this.resistance = new ResistanceLink(knowledge, tumourCase, question.scopes);
        this.evidence = new KnownEvidence(knowledge, question.scopes, tumourCase);
        this.narrative = new Narrative(knowledge, tumourCase, question.scopes);
        this.bothGoals = Outlook.bothGoals(tumourCase.goal(), knowledge, question.scopes);
        this.paths = new StandingPaths(tumourCase.goal().sign());
        this.doubt = new MechanismDoubt(tumourCase.state());
        this.noBenefit = weighing.unknown(
                TermKind.BENEFIT,
                Basis.comment(() ->
                        "not predicted for a tumour: benefit over the better single agent was learned in cell lines"
                                + " only, and for drugs and lines that were not tested there its head is no better than a guess"
                                + " with a number (ADR 10)"));
        this.burden =
                weighing.known(TermKind.BURDEN, new Reading(-1, 0, List.of(policy.id()), "two drugs instead of one"));
    }

    List<String> notes() {
        return narrative.notes(resistance.fits().values());
    }

    RankedCandidate appraise(Combination combination, List<Finding> findings) {
        List<DrugInCase> drugs = ofDrugs(combination);
        List<FerroptosisEffect> answering = effects.answering(combination);
        FerroptosisEffect effect = DrugEffects.together(answering);
        List<KnownEvidence.Hit> hits = evidence.of(combination);
        List<Term> terms = new ArrayList<>(TermKind.values().length);
        List<UnknownTerm> unknown = new ArrayList<>(2);
        add(TermKind.MECHANISM, mechanism(effect), terms);
        DrugReadings.resistance(drugs, tumourCase).ifPresent(reading -> add(TermKind.RESISTANCE, reading, terms));
        if (combination.isPair()) {
            unknown.add(noBenefit);
            synergy(combination, terms, unknown);
        }
        if (!hits.isEmpty()) {
            add(TermKind.EVIDENCE, evidence(hits), terms);
        }
        DrugReadings.exposure(drugs)
                .ifPresentOrElse(
                        reading -> add(TermKind.EXPOSURE, reading, terms),
                        () -> unknown.add(weighing.unknown(
                                TermKind.EXPOSURE, Basis.comment(() -> DrugReadings.exposureNotKnown(drugs)))));
        add(TermKind.REPURPOSING, DrugReadings.repurposing(drugs), terms);
        DrugReadings.contested(drugs).ifPresent(reading -> add(TermKind.CONTESTED, reading, terms));
        SafetyReading.fired(findings, policy).ifPresent(reading -> add(TermKind.SAFETY, reading, terms));
        if (SafetyReading.waits(findings)) {
            unknown.add(weighing.unknown(TermKind.SAFETY, Basis.comment(() -> SafetyReading.notGiven(findings))));
        }
        if (combination.isPair()) {
            terms.add(burden);
        }
        classTerms(drugs, terms, unknown);
        Outlook alone = Outlook.of(tumourCase.goal(), effect, hits);
        Outlook outlook = alone.within(bothGoals);
        return new RankedCandidate(
                combination,
                outlook,
                Abstention.of(effect, alone, outlook),
                lane(hits),
                0,
                0,
                Ledger.of(terms, unknown, weighing),
                effect,
                findings,
                new TieBreak(paths, answering, combination),
                new Wording(
                        () -> narrative.reasons(effect, DrugReadings.links(drugs), hits),
                        () -> narrative.against(combination, effects.silent(combination), effect, hits)));
    }

    private void add(TermKind kind, Reading reading, List<Term> terms) {
        terms.add(weighing.known(kind, reading));
    }

    /** Each once, whichever of the two drugs is of the classes. */
    private void classTerms(List<DrugInCase> drugs, List<Term> terms, List<UnknownTerm> unknown) {
        for (ClassTerm term : policy.classTerms()) {
            drugs.stream()
                    .filter(each -> each.classTerms().contains(term))
                    .findFirst()
                    .ifPresent(each -> term.reading(
                                    tumourCase.state(), each.drug().id())
                            .ifPresentOrElse(
                                    reading -> add(term.kind(), reading, terms),
                                    () -> unknown.add(weighing.unknown(
                                            term.kind(), Basis.comment(() -> term.reads() + " was not measured")))));
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

    private Reading mechanism(FerroptosisEffect effect) {
        return new Reading(
                effect.net() * tumourCase.goal().sign(),
                doubt.of(effect),
                Basis.later(
                        () -> edges(effect),
                        () -> "promoting " + TwoPlaces.of(effect.promoting()) + ", inhibiting "
                                + TwoPlaces.of(effect.inhibiting()) + ", conflict index "
                                + TwoPlaces.of(effect.conflictIndex()) + "; goal " + tumourCase.goal()));
    }

    private static List<String> edges(FerroptosisEffect effect) {
        TreeSet<String> edges = new TreeSet<>();
        effect.promotingPaths().forEach(path -> edges.addAll(path.edges()));
        effect.inhibitingPaths().forEach(path -> edges.addAll(path.edges()));
        return List.copyOf(edges);
    }

    private List<DrugInCase> ofDrugs(Combination combination) {
        DrugInCase first = byDrug.computeIfAbsent(combination.first(), this::read);
        return combination.isPair()
                ? List.of(first, byDrug.computeIfAbsent(combination.second(), this::read))
                : List.of(first);
    }

    private DrugInCase read(String id) {
        Drug drug = knowledge.drug(id);
        List<ClassTerm> classTerms = policy.classTerms().stream()
                .filter(term -> term.concerns(drug, knowledge))
                .toList();
        return new DrugInCase(drug, resistance.of(drug), DrugInCase.stage(drug), drug.isContested(), classTerms);
    }

    private void synergy(Combination combination, List<Term> terms, List<UnknownTerm> unknown) {
        Prediction prediction = inOrder.of(combination);
        if (prediction == null) {
            unknown.add(
                    weighing.unknown(TermKind.SYNERGY, Basis.comment(() -> "no prediction: " + predictions.head())));
        } else if (prediction.abstained()) {
            unknown.add(weighing.unknown(TermKind.SYNERGY, Basis.comment(prediction::reason)));
        } else {
            add(
                    TermKind.SYNERGY,
                    new Reading(
                            prediction.probability() - predictions.baseRate(),
                            (prediction.upper() - prediction.lower()) / 2,
                            Basis.later(() -> List.of(predictions.bundleId()), () -> comment(prediction))),
                    terms);
        }
    }

    private String comment(Prediction prediction) {
        return "P(ZIP > 5) " + TwoPlaces.of(prediction.probability()) + " [" + TwoPlaces.of(prediction.lower()) + ", "
                + TwoPlaces.of(prediction.upper()) + "], base rate " + TwoPlaces.of(predictions.baseRate())
                + (prediction.reason().isEmpty() ? "" : "; " + prediction.reason());
    }

    private static Reading evidence(List<KnownEvidence.Hit> hits) {
        double sum = 0;
        for (KnownEvidence.Hit hit : hits) {
            sum += hit.value();
        }
        return new Reading(
                Math.max(-1, Math.min(1, sum)),
                0.1,
                Basis.later(
                        () -> hits.stream().map(hit -> hit.row().id()).toList(),
                        () -> hits.size() + " recorded test(s)"));
    }
}
