package org.fenton.core.safety;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.safety.SafetyCondition.Atom;
import org.fenton.core.tumour.Patient;

/** Evaluates every rule of a release for one patient; conditions are parsed once. For one thread. */
public final class SafetyCheck {
    private static final Comparator<Finding> IN_RULE_ORDER =
            Comparator.comparing((Finding finding) -> finding.rule().id()).thenComparing(Finding::drug);

    private final SafetyRules rules;
    private final Patient patient;
    private final Optional<Set<String>> medicationKeys;
    private final Set<String> keptKeys;
    private final Map<String, Own> byDrug = new HashMap<>();

    /** What the rules of one drug say: alone, and those that have to see its partner. */
    private record Own(List<Finding> alone, List<Asking> askingPartner) {}

    /** @param otherwise what the rule finds beside a partner that it does not name */
    private record Asking(SafetyRules.Applying rule, Optional<Finding> otherwise) {}

    /** The drug a rule is asked about, and the keys of the other drug of the combination. */
    private record Asked(String drug, Set<String> partnerKeys) {}

    public SafetyCheck(Knowledge knowledge, Patient patient) {
        this(SafetyRules.of(knowledge), patient, List.of());
    }

    /** @param kept medicines that the patient goes on taking, whether or not the other medication was given */
    public SafetyCheck(SafetyRules rules, Patient patient, List<String> kept) {
        this.rules = rules;
        this.patient = patient;
        medicationKeys = patient.medications().map(rules::keysOf);
        keptKeys = rules.keysOf(kept);
    }

    /** Findings of all rules that apply to a drug of the combination, in rule order; rules not fired are left out. */
    public List<Finding> findings(Combination combination) {
        List<Finding> findings = new ArrayList<>();
        for (String id : combination.drugs()) {
            Own own = byDrug.computeIfAbsent(id, this::own);
            findings.addAll(own.alone);
            if (!own.askingPartner.isEmpty()) {
                Asked asked = new Asked(id, partnerKeys(combination, id));
                own.askingPartner.forEach(asking -> found(asking, asked).ifPresent(findings::add));
            }
        }
        findings.sort(IN_RULE_ORDER);
        return findings;
    }

    private Own own(String id) {
        List<Finding> alone = new ArrayList<>();
        List<Asking> askingPartner = new ArrayList<>();
        for (SafetyRules.Applying rule : rules.of(id)) {
            Optional<Finding> otherwise = find(rule, new Asked(id, Set.of()));
            if (rule.partners().isEmpty()) {
                otherwise.ifPresent(alone::add);
            } else {
                askingPartner.add(new Asking(rule, otherwise));
            }
        }
        return new Own(alone, askingPartner);
    }

    private Optional<Finding> found(Asking asking, Asked about) {
        return Collections.disjoint(asking.rule.partners(), about.partnerKeys)
                ? asking.otherwise
                : find(asking.rule, about);
    }

    private Optional<Finding> find(SafetyRules.Applying rule, Asked about) {
        Verdict verdict = evaluate(rule.condition(), about);
        return verdict.state() == Verdict.State.NOT_FIRED
                ? Optional.empty()
                : Optional.of(new Finding(rule.rule(), about.drug, verdict));
    }

    /** Medicines of the patient that neither a drug nor an interaction class of the release names. */
    public List<String> unknownMedicines() {
        Knowledge knowledge = rules.knowledge();
        return patient.medications().orElse(List.of()).stream()
                .filter(medicine -> knowledge.findDrug(medicine).isEmpty()
                        && knowledge.interactionClassesOf(medicine).isEmpty())
                .toList();
    }

    private Set<String> partnerKeys(Combination combination, String drug) {
        return combination.drugs().stream()
                .filter(other -> !other.equals(drug))
                .findFirst()
                .map(rules::keysOf)
                .orElse(Set.of());
    }

    private Verdict evaluate(SafetyCondition condition, Asked about) {
        return Verdict.any(condition.clauses().stream()
                .map(clause -> Verdict.all(
                        clause.stream().map(atom -> evaluate(atom, about)).toList()))
                .toList());
    }

    private Verdict evaluate(Atom atom, Asked about) {
        if (atom instanceof Atom.Always) {
            return Verdict.FIRED;
        } else if (atom instanceof Atom.Never) {
            return Verdict.NOT_FIRED;
        } else if (atom instanceof Atom.Started) {
            return given(medicationKeys, keys -> keys.contains(about.drug()), "medications");
        } else if (atom instanceof Atom.Partner asked) {
            return Verdict.of(about.partnerKeys().contains(asked.key()));
        } else if (atom instanceof Atom.Medication asked) {
            return keptKeys.contains(asked.key())
                    ? Verdict.FIRED
                    : given(medicationKeys, keys -> keys.contains(asked.key()), "medications");
        } else if (atom instanceof Atom.History asked) {
            return given(patient.history(), keys -> keys.contains(asked.key()), "history");
        } else if (atom instanceof Atom.Organ asked) {
            return given(patient.organs(), keys -> keys.contains(asked.key()), "organs");
        } else if (atom instanceof Atom.Pregnant) {
            return given(patient.pregnant(), Boolean::booleanValue, "pregnant");
        } else if (atom instanceof Atom.Lactating) {
            return given(patient.lactating(), Boolean::booleanValue, "lactating");
        } else if (atom instanceof Atom.Immunotherapy asked) {
            return given(patient.immunotherapy(), timing -> timing == asked.timing(), "immunotherapy");
        } else if (atom instanceof Atom.Age asked) {
            return patient.ageYears().isPresent()
                    ? Verdict.of(asked.comparison().holds(patient.ageYears().getAsDouble(), asked.years()))
                    : Verdict.unknown("ageYears");
        } else if (atom instanceof Atom.Genotype asked) {
            return genotype(asked);
        }
        return lab((Atom.Lab) atom);
    }

    private Verdict genotype(Atom.Genotype asked) {
        return patient.genotypes().stream()
                .filter(genotype -> genotype.gene().equals(asked.gene()))
                .findFirst()
                .map(genotype -> Verdict.of(genotype.phenotype().equals(asked.phenotype())))
                .orElse(Verdict.unknown("genotypes/" + asked.gene()));
    }

    private Verdict lab(Atom.Lab asked) {
        return patient.labs().stream()
                .filter(lab -> lab.name().equals(asked.name()))
                .findFirst()
                .map(lab -> {
                    if (!lab.unit().equals(asked.unit())) {
                        throw new IllegalArgumentException("lab " + lab.name() + " is given in " + lab.unit()
                                + "; this release's rules use " + asked.unit());
                    }
                    return Verdict.of(asked.comparison().holds(lab.value(), asked.value()));
                })
                .orElse(Verdict.unknown("labs/" + asked.name()));
    }

    private static <T> Verdict given(Optional<T> fact, Predicate<T> test, String name) {
        return fact.map(value -> Verdict.of(test.test(value))).orElse(Verdict.unknown(name));
    }
}
