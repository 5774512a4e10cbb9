package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.ranking.Term.Reading;
import org.fenton.core.safety.Finding;
import org.fenton.core.tumour.TumourCase;

/** Reads the value of each term for a candidate of one case and adds them up. */
final class Appraisal {
    private static final double SAFETY_FLOOR = -2;

    private final Knowledge knowledge;
    private final RankingPolicy policy;
    private final TumourCase tumourCase;
    private final CaseScopes scopes;
    private final Predictions predictions;
    private final DrugEffects effects;
    private final ResistanceLink resistance;
    private final KnownEvidence evidence;
    private final Narrative narrative;
    private final boolean bothGoals;
    private final MechanismDoubt doubt;
    private final Map<String, Optional<ResistanceLink.Link>> links = new HashMap<>();

    /** One case with everything that was asked about it before ranking. */
    record Question(TumourCase tumourCase, CaseScopes scopes, Predictions predictions, DrugEffects effects) {}

    Appraisal(Knowledge knowledge, RankingPolicy policy, Question question) {
        this.knowledge = knowledge;
        this.policy = policy;
        this.tumourCase = question.tumourCase;
        this.scopes = question.scopes;
        this.predictions = question.predictions;
        this.effects = question.effects;
        this.resistance = new ResistanceLink(knowledge, tumourCase, question.scopes);
        this.evidence = new KnownEvidence(knowledge, question.scopes, tumourCase);
        this.narrative = new Narrative(knowledge, tumourCase, question.scopes);
        this.bothGoals = Outlook.bothGoals(knowledge, question.scopes);
        this.doubt = new MechanismDoubt(tumourCase.state());
    }

    List<String> notes() {
        return narrative.notes(resistance.fits().values());
    }

    RankedCandidate appraise(Combination combination, List<Finding> findings) {
        FerroptosisEffect effect = effects.of(combination);
        List<KnownEvidence.Hit> hits = evidence.of(combination);
        List<Term> terms = new ArrayList<>();
        List<UnknownTerm> unknown = new ArrayList<>();
        add(TermKind.MECHANISM, mechanism(effect), terms);
        resistance(combination).ifPresent(reading -> add(TermKind.RESISTANCE, reading, terms));
        if (combination.isPair()) {
            unknown.add(unknown(TermKind.BENEFIT, "this bundle has no head for benefit over the better single agent"));
            synergy(combination, terms, unknown);
        }
        if (!hits.isEmpty()) {
            add(TermKind.EVIDENCE, evidence(hits), terms);
        }
        exposure(combination, terms, unknown);
        add(TermKind.REPURPOSING, repurposing(combination), terms);
        contested(combination).ifPresent(reading -> add(TermKind.CONTESTED, reading, terms));
        safety(findings, terms, unknown);
        if (combination.isPair()) {
            add(TermKind.BURDEN, new Reading(-1, 0, List.of(policy.id()), "two drugs instead of one"), terms);
        }
        Outlook outlook = Outlook.of(tumourCase.goal(), effect, hits).within(bothGoals);
        return new RankedCandidate(
                combination,
                outlook,
                lane(hits),
                0,
                0,
                Ledger.of(terms, unknown, policy),
                effect,
                findings,
                new Wording(
                        () -> narrative.reasons(effect, linksOf(combination), hits),
                        () -> narrative.against(combination, effects.silent(combination), effect, hits)));
    }

    private void add(TermKind kind, Reading reading, List<Term> terms) {
        terms.add(Term.of(kind, reading, policy));
    }

    private UnknownTerm unknown(TermKind kind, String reason) {
        return new UnknownTerm(kind, policy.unknownDoubt(kind), reason);
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
                        () -> String.format(
                                Locale.ROOT,
                                "promoting %.2f, inhibiting %.2f, conflict index %.2f; goal %s",
                                effect.promoting(),
                                effect.inhibiting(),
                                effect.conflictIndex(),
                                tumourCase.goal())));
    }

    private static List<String> edges(FerroptosisEffect effect) {
        TreeSet<String> edges = new TreeSet<>();
        effect.promotingPaths().forEach(path -> edges.addAll(path.edges()));
        effect.inhibitingPaths().forEach(path -> edges.addAll(path.edges()));
        return List.copyOf(edges);
    }

    private List<ResistanceLink.Link> linksOf(Combination combination) {
        return combination.drugs().stream()
                .map(id -> links.computeIfAbsent(id, key -> resistance.of(knowledge.drug(key))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** 1 − Π(1 − v) over the drugs' best rows; two drugs through one row count once. */
    private Optional<Reading> resistance(Combination combination) {
        Map<String, Double> byRow = new java.util.TreeMap<>();
        linksOf(combination).forEach(link -> byRow.merge(link.fit().row().id(), link.value(), Math::max));
        if (byRow.isEmpty()) {
            return Optional.empty();
        }
        double none = 1;
        for (double value : byRow.values()) {
            none *= 1 - value;
        }
        return Optional.of(new Reading(
                1 - none,
                0.15,
                List.copyOf(byRow.keySet()),
                "resistance to " + tumourCase.failedDrug().orElseThrow()));
    }

    private void synergy(Combination combination, List<Term> terms, List<UnknownTerm> unknown) {
        Prediction prediction = predictions.byCombination().get(combination);
        if (prediction == null) {
            unknown.add(unknown(TermKind.SYNERGY, "no prediction: " + predictions.head()));
        } else if (prediction.abstained()) {
            unknown.add(unknown(TermKind.SYNERGY, prediction.reason()));
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
        return String.format(
                Locale.ROOT,
                "P(ZIP > 5) %.2f [%.2f, %.2f], base rate %.2f%s",
                prediction.probability(),
                prediction.lower(),
                prediction.upper(),
                predictions.baseRate(),
                prediction.reason().isEmpty() ? "" : "; " + prediction.reason());
    }

    private static Reading evidence(List<KnownEvidence.Hit> hits) {
        double sum = 0;
        List<String> sources = new ArrayList<>();
        for (KnownEvidence.Hit hit : hits) {
            sum += hit.value();
            sources.add(hit.row().id());
        }
        return new Reading(Math.max(-1, Math.min(1, sum)), 0.1, sources, hits.size() + " recorded test(s)");
    }

    private void exposure(Combination combination, List<Term> terms, List<UnknownTerm> unknown) {
        List<String> notKnown = new ArrayList<>();
        for (String id : combination.drugs()) {
            Drug drug = knowledge.drug(id);
            if (drug.reachable() == Drug.Reachable.NO) {
                add(TermKind.EXPOSURE, new Reading(-1, 0, List.of(id), drug.name() + ": not reached in plasma"), terms);
                return;
            }
            if (drug.reachable() == Drug.Reachable.UNKNOWN) {
                notKnown.add(drug.name());
            }
        }
        if (notKnown.isEmpty()) {
            add(TermKind.EXPOSURE, new Reading(0, 0, combination.drugs(), "reached in plasma"), terms);
        } else {
            unknown.add(unknown(TermKind.EXPOSURE, "plasma exposure not known: " + String.join(", ", notKnown)));
        }
    }

    private Reading repurposing(Combination combination) {
        double least = 1;
        for (String id : combination.drugs()) {
            least = Math.min(
                    least,
                    switch (knowledge.drug(id).approval()) {
                        case APPROVED -> 1;
                        case APPROVED_ELSEWHERE -> 0.7;
                        case INVESTIGATIONAL -> 0.3;
                        default -> 0;
                    });
        }
        return new Reading(least, 0, Basis.later(combination::drugs, () -> approvals(combination)));
    }

    private String approvals(Combination combination) {
        return combination.drugs().stream()
                .map(knowledge::drug)
                .map(drug -> drug.name() + " "
                        + drug.approval().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private Optional<Reading> contested(Combination combination) {
        List<String> contested = combination.drugs().stream()
                .filter(id -> knowledge.drug(id).isContested())
                .toList();
        return contested.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Reading(-contested.size(), 0, contested, "disputed: " + String.join(", ", contested)));
    }

    private void safety(List<Finding> findings, List<Term> terms, List<UnknownTerm> unknown) {
        double sum = 0;
        TreeSet<String> fired = new TreeSet<>();
        TreeSet<String> missing = new TreeSet<>();
        for (Finding finding : findings) {
            boolean costs = finding.rule().action() != SafetyRule.Action.INFORM;
            if (finding.fired() && costs && fired.add(finding.rule().id())) {
                sum += policy.penalties().get(finding.rule().action());
            } else if (finding.unknown() && finding.rule().action().compareTo(SafetyRule.Action.AVOID) <= 0) {
                missing.addAll(finding.verdict().missing());
            }
        }
        if (!fired.isEmpty()) {
            String comment = String.join(", ", fired) + " fired";
            add(TermKind.SAFETY, new Reading(Math.max(SAFETY_FLOOR, sum), 0, List.copyOf(fired), comment), terms);
        }
        if (!missing.isEmpty()) {
            unknown.add(unknown(TermKind.SAFETY, "not given: " + String.join(", ", missing)));
        }
    }
}
