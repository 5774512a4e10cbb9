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

/**
 * Reads the value of each term for a candidate of one case and adds them up. A case has thousands of candidates and shows
 * few: what a single drug contributes is read once, and words are found only when asked for ({@link Basis}).
 */
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
    private final Map<String, OfDrug> byDrug = new HashMap<>();
    private final UnknownTerm noBenefit;
    private final Term burden;

    /**
     * What a drug brings to every candidate of the case that it is in.
     *
     * @param stage value of the term for its regulatory state
     * @param classTerms those of the policy's own terms that its classes have
     */
    private record OfDrug(
            Drug drug,
            Optional<ResistanceLink.Link> link,
            double stage,
            boolean contested,
            List<ClassTerm> classTerms) {}

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
        this.bothGoals = Outlook.bothGoals(tumourCase.goal(), knowledge, question.scopes);
        this.doubt = new MechanismDoubt(tumourCase.state());
        this.noBenefit = unknown(
                TermKind.BENEFIT,
                Basis.comment(() -> "this bundle has no head for benefit over the better single agent"));
        this.burden =
                Term.of(TermKind.BURDEN, new Reading(-1, 0, List.of(policy.id()), "two drugs instead of one"), policy);
    }

    List<String> notes() {
        return narrative.notes(resistance.fits().values());
    }

    RankedCandidate appraise(Combination combination, List<Finding> findings) {
        List<OfDrug> drugs = ofDrugs(combination);
        FerroptosisEffect effect = effects.of(combination);
        List<KnownEvidence.Hit> hits = evidence.of(combination);
        List<Term> terms = new ArrayList<>(TermKind.values().length);
        List<UnknownTerm> unknown = new ArrayList<>(2);
        add(TermKind.MECHANISM, mechanism(effect), terms);
        resistance(drugs).ifPresent(reading -> add(TermKind.RESISTANCE, reading, terms));
        if (combination.isPair()) {
            unknown.add(noBenefit);
            synergy(combination, terms, unknown);
        }
        if (!hits.isEmpty()) {
            add(TermKind.EVIDENCE, evidence(hits), terms);
        }
        exposure(drugs, terms, unknown);
        add(TermKind.REPURPOSING, repurposing(drugs), terms);
        contested(drugs).ifPresent(reading -> add(TermKind.CONTESTED, reading, terms));
        safety(findings, terms, unknown);
        if (combination.isPair()) {
            terms.add(burden);
        }
        classTerms(drugs, terms, unknown);
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
                new TieBreak(effects, tumourCase.goal().sign(), combination),
                new Wording(
                        () -> narrative.reasons(effect, links(drugs), hits),
                        () -> narrative.against(combination, effects.silent(combination), effect, hits)));
    }

    private void add(TermKind kind, Reading reading, List<Term> terms) {
        terms.add(Term.of(kind, reading, policy));
    }

    private UnknownTerm unknown(TermKind kind, Basis why) {
        return new UnknownTerm(kind, policy.unknownDoubt(kind), why);
    }

    /** Each once, whichever of the two drugs is of the classes. */
    private void classTerms(List<OfDrug> drugs, List<Term> terms, List<UnknownTerm> unknown) {
        for (ClassTerm term : policy.classTerms()) {
            drugs.stream()
                    .filter(each -> each.classTerms.contains(term))
                    .findFirst()
                    .ifPresent(each -> term.reading(tumourCase.state(), each.drug.id())
                            .ifPresentOrElse(
                                    reading -> add(term.kind(), reading, terms),
                                    () -> unknown.add(unknown(
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

    private List<OfDrug> ofDrugs(Combination combination) {
        OfDrug first = byDrug.computeIfAbsent(combination.first(), this::read);
        return combination.isPair()
                ? List.of(first, byDrug.computeIfAbsent(combination.second(), this::read))
                : List.of(first);
    }

    private OfDrug read(String id) {
        Drug drug = knowledge.drug(id);
        double stage =
                switch (drug.approval()) {
                    case APPROVED -> 1;
                    case APPROVED_ELSEWHERE -> 0.7;
                    case INVESTIGATIONAL -> 0.3;
                    default -> 0;
                };
        List<ClassTerm> classTerms = policy.classTerms().stream()
                .filter(term -> term.concerns(drug, knowledge))
                .toList();
        return new OfDrug(drug, resistance.of(drug), stage, drug.isContested(), classTerms);
    }

    private static List<ResistanceLink.Link> links(List<OfDrug> drugs) {
        return drugs.stream().flatMap(each -> each.link.stream()).toList();
    }

    /** 1 − Π(1 − v) over the drugs' best rows; two drugs through one row count once. */
    private Optional<Reading> resistance(List<OfDrug> drugs) {
        ResistanceLink.Link first = drugs.get(0).link.orElse(null);
        ResistanceLink.Link second = drugs.get(drugs.size() - 1).link.orElse(null);
        if (first == null && second == null) {
            return Optional.empty();
        }
        double none;
        if (first == null || second == null) {
            none = 1 - (first == null ? second : first).value();
        } else if (first.fit().row().id().equals(second.fit().row().id())) {
            none = 1 - Math.max(first.value(), second.value());
        } else {
            none = (1 - first.value()) * (1 - second.value());
        }
        return Optional.of(new Reading(
                1 - none,
                0.15,
                Basis.later(
                        () -> rows(drugs),
                        () -> "resistance to " + tumourCase.failedDrug().orElseThrow())));
    }

    private static List<String> rows(List<OfDrug> drugs) {
        return links(drugs).stream()
                .map(link -> link.fit().row().id())
                .distinct()
                .sorted()
                .toList();
    }

    private void synergy(Combination combination, List<Term> terms, List<UnknownTerm> unknown) {
        Prediction prediction = predictions.of(combination);
        if (prediction == null) {
            unknown.add(unknown(TermKind.SYNERGY, Basis.comment(() -> "no prediction: " + predictions.head())));
        } else if (prediction.abstained()) {
            unknown.add(unknown(TermKind.SYNERGY, Basis.comment(prediction::reason)));
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

    private void exposure(List<OfDrug> drugs, List<Term> terms, List<UnknownTerm> unknown) {
        boolean known = true;
        for (OfDrug each : drugs) {
            Drug drug = each.drug;
            if (drug.reachable() == Drug.Reachable.NO) {
                Basis basis = Basis.later(() -> List.of(drug.id()), () -> drug.name() + ": not reached in plasma");
                add(TermKind.EXPOSURE, new Reading(-1, 0, basis), terms);
                return;
            }
            known &= drug.reachable() != Drug.Reachable.UNKNOWN;
        }
        if (known) {
            Basis basis = Basis.later(() -> ids(drugs), () -> "reached in plasma");
            add(TermKind.EXPOSURE, new Reading(0, 0, basis), terms);
        } else {
            unknown.add(unknown(TermKind.EXPOSURE, Basis.comment(() -> notReachedForCertain(drugs))));
        }
    }

    private static List<String> ids(List<OfDrug> drugs) {
        return drugs.stream().map(each -> each.drug.id()).toList();
    }

    private static String notReachedForCertain(List<OfDrug> drugs) {
        return drugs.stream()
                .map(OfDrug::drug)
                .filter(drug -> drug.reachable() == Drug.Reachable.UNKNOWN)
                .map(Drug::name)
                .collect(Collectors.joining(", ", "plasma exposure not known: ", ""));
    }

    private static Reading repurposing(List<OfDrug> drugs) {
        double least = 1;
        for (OfDrug each : drugs) {
            least = Math.min(least, each.stage);
        }
        return new Reading(least, 0, Basis.later(() -> ids(drugs), () -> approvals(drugs)));
    }

    private static String approvals(List<OfDrug> drugs) {
        return drugs.stream()
                .map(OfDrug::drug)
                .map(drug -> drug.name() + " "
                        + drug.approval().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Reading> contested(List<OfDrug> drugs) {
        List<String> contested = new ArrayList<>(2);
        for (OfDrug each : drugs) {
            if (each.contested) {
                contested.add(each.drug.id());
            }
        }
        return contested.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reading(
                        -contested.size(),
                        0,
                        Basis.later(() -> contested, () -> "disputed: " + String.join(", ", contested))));
    }

    /** @param findings in rule order, so that two findings of one rule are neighbours */
    private void safety(List<Finding> findings, List<Term> terms, List<UnknownTerm> unknown) {
        double sum = 0;
        List<String> fired = new ArrayList<>();
        boolean missing = false;
        for (Finding finding : findings) {
            String rule = finding.rule().id();
            SafetyRule.Action action = finding.rule().action();
            boolean counted = !fired.isEmpty() && fired.get(fired.size() - 1).equals(rule);
            if (finding.fired() && action != SafetyRule.Action.INFORM && !counted) {
                fired.add(rule);
                sum += policy.penalties().get(action);
            }
            missing |= isMissing(finding);
        }
        if (!fired.isEmpty()) {
            Basis basis = Basis.later(() -> fired, () -> String.join(", ", fired) + " fired");
            add(TermKind.SAFETY, new Reading(Math.max(SAFETY_FLOOR, sum), 0, basis), terms);
        }
        if (missing) {
            unknown.add(unknown(TermKind.SAFETY, Basis.comment(() -> notGiven(findings))));
        }
    }

    /** The rule waits for a fact, and it would matter. */
    private static boolean isMissing(Finding finding) {
        return finding.unknown() && finding.rule().action().compareTo(SafetyRule.Action.AVOID) <= 0;
    }

    private static String notGiven(List<Finding> findings) {
        TreeSet<String> missing = new TreeSet<>();
        findings.stream()
                .filter(Appraisal::isMissing)
                .forEach(finding -> missing.addAll(finding.verdict().missing()));
        return "not given: " + String.join(", ", missing);
    }
}
