package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.Finding;
import org.fenton.core.safety.SafetyCheck;
import org.fenton.core.tumour.TumourCase;

/** What the values of a candidate rest on, in words. For one thread. */
final class Grounds {
    private final RankingPolicy policy;
    private final TumourCase tumourCase;
    private final Predictions predictions;
    private final SafetyCheck safety;
    private final Narrative narrative;
    private final Weighing weighing;
    private final Map<TermKind, Function<Appraised, Basis.Words>> ofKnown = new HashMap<>();
    private final Map<TermKind, Function<Appraised, String>> ofUnknown = new HashMap<>();

    Grounds(
            RankingPolicy policy,
            TumourCase tumourCase,
            Predictions predictions,
            SafetyCheck safety,
            Narrative narrative,
            Weighing weighing) {
        this.policy = policy;
        this.tumourCase = tumourCase;
        this.predictions = predictions;
        this.safety = safety;
        this.narrative = narrative;
        this.weighing = weighing;
        ofKnown.put(TermKind.MECHANISM, candidate -> mechanism(candidate.effect()));
        ofKnown.put(TermKind.RESISTANCE, candidate -> DrugReadings.resistance(candidate.drugs(), tumourCase));
        ofKnown.put(TermKind.SYNERGY, candidate -> predicted(predictions.of(candidate.combination)));
        ofKnown.put(TermKind.EVIDENCE, candidate -> tested(candidate.hits));
        ofKnown.put(TermKind.EXPOSURE, candidate -> DrugReadings.exposure(candidate.drugs()));
        ofKnown.put(TermKind.REPURPOSING, candidate -> DrugReadings.repurposing(candidate.drugs()));
        ofKnown.put(TermKind.CONTESTED, candidate -> DrugReadings.contested(candidate.drugs()));
        ofKnown.put(TermKind.SAFETY, candidate -> SafetyReading.fired(candidate.safety()));
        ofKnown.put(TermKind.BURDEN, candidate -> new Basis.Words(List.of(policy.id()), "two drugs instead of one"));
        ofUnknown.put(
                TermKind.BENEFIT,
                candidate ->
                        "not predicted for a tumour: benefit over the better single agent was learned in cell lines"
                                + " only, and for drugs and lines that were not tested there its head is no better than a guess"
                                + " with a number (ADR 10)");
        ofUnknown.put(TermKind.SYNERGY, candidate -> notPredicted(candidate.combination));
        ofUnknown.put(TermKind.EXPOSURE, candidate -> DrugReadings.exposureNotKnown(candidate.drugs()));
        ofUnknown.put(TermKind.SAFETY, candidate -> SafetyReading.notGiven(candidate.safety()));
        for (ClassTerm term : policy.classTerms()) {
            ofKnown.put(term.kind(), candidate -> term.basis(tumourCase.state(), ofClass(term, candidate)));
            ofUnknown.put(term.kind(), candidate -> term.reads() + " was not measured");
        }
    }

    Ledger ledger(Appraised candidate) {
        List<Term> terms = new ArrayList<>();
        List<UnknownTerm> unknown = new ArrayList<>();
        for (TermKind kind : weighing.kinds()) {
            if (candidate.values.has(kind)) {
                Basis basis = new Basis(() -> ofKnown.get(kind).apply(candidate));
                terms.add(candidate.values.term(kind, basis));
            }
            if (candidate.values.isUnknown(kind)) {
                Basis why = new Basis(
                        () -> new Basis.Words(List.of(), ofUnknown.get(kind).apply(candidate)));
                unknown.add(candidate.values.unknown(kind, why));
            }
        }
        return new Ledger(terms, unknown, candidate.score, candidate.lower, candidate.upper);
    }

    List<Finding> findings(Combination combination) {
        return safety.findings(combination);
    }

    List<String> reasons(Appraised candidate) {
        return narrative.reasons(candidate.effect(), DrugReadings.links(candidate.drugs()), candidate.hits);
    }

    List<String> against(Appraised candidate) {
        List<String> silent = candidate.second == null
                ? List.of()
                : candidate.drugs().stream()
                        .filter(each -> !each.answers())
                        .map(each -> each.drug().id())
                        .toList();
        return narrative.against(candidate.combination, silent, candidate.effect(), candidate.hits);
    }

    private Basis.Words mechanism(FerroptosisEffect effect) {
        TreeSet<String> edges = new TreeSet<>();
        effect.promotingPaths().forEach(path -> edges.addAll(path.edges()));
        effect.inhibitingPaths().forEach(path -> edges.addAll(path.edges()));
        return new Basis.Words(
                List.copyOf(edges),
                "promoting " + TwoPlaces.of(effect.promoting()) + ", inhibiting " + TwoPlaces.of(effect.inhibiting())
                        + ", conflict index " + TwoPlaces.of(effect.conflictIndex()) + "; goal " + tumourCase.goal());
    }

    private Basis.Words predicted(Prediction prediction) {
        return new Basis.Words(
                List.of(predictions.bundleId()),
                "P(ZIP > 5) " + TwoPlaces.of(prediction.probability()) + " [" + TwoPlaces.of(prediction.lower()) + ", "
                        + TwoPlaces.of(prediction.upper()) + "], base rate " + TwoPlaces.of(predictions.baseRate())
                        + (prediction.reason().isEmpty() ? "" : "; " + prediction.reason()));
    }

    private String notPredicted(Combination combination) {
        Prediction prediction = predictions.of(combination);
        return prediction == null ? "no prediction: " + predictions.head() : prediction.reason();
    }

    private static Basis.Words tested(List<KnownEvidence.Hit> hits) {
        return new Basis.Words(hits.stream().map(hit -> hit.row().id()).toList(), hits.size() + " recorded test(s)");
    }

    private static String ofClass(ClassTerm term, Appraised candidate) {
        return candidate.drugs().stream()
                .filter(each -> each.classTerms().contains(term))
                .findFirst()
                .orElseThrow()
                .drug()
                .id();
    }
}
