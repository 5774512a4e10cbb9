package org.fenton.core.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.safety.SafetyCondition.Atom;
import org.fenton.core.tumour.Patient;

/** Evaluates every rule of a release for one patient; conditions are parsed once. For one thread. */
public final class SafetyCheck {
    private static final Comparator<Finding> IN_RULE_ORDER =
            Comparator.comparing((Finding finding) -> finding.rule().id()).thenComparing(Finding::drug);

    private final Knowledge knowledge;
    private final Patient patient;
    private final Map<String, SafetyCondition> conditions = new TreeMap<>();
    private final Optional<Set<String>> medicationKeys;
    private final Map<String, List<SafetyRule>> rulesByDrug = new HashMap<>();
    private final Map<String, Set<String>> keysByDrug = new HashMap<>();

    /** The drug a rule is asked about, and the keys of the other drug of the combination. */
    private record Asked(String drug, Set<String> partnerKeys) {}

    public SafetyCheck(Knowledge knowledge, Patient patient) {
        this.knowledge = knowledge;
        this.patient = patient;
        knowledge.rules().forEach(rule -> conditions.put(rule.id(), SafetyCondition.parse(rule.condition())));
        medicationKeys = patient.medications().map(this::keysOf);
    }

    /** Findings of all rules that apply to a drug of the combination, in rule order; rules not fired are left out. */
    public List<Finding> findings(Combination combination) {
        List<Finding> findings = new ArrayList<>();
        for (String id : combination.drugs()) {
            Asked asked = new Asked(id, partnerKeys(combination, id));
            for (SafetyRule rule : rulesByDrug.computeIfAbsent(id, this::rulesOf)) {
                Verdict verdict = evaluate(conditions.get(rule.id()), asked);
                if (verdict.state() != Verdict.State.NOT_FIRED) {
                    findings.add(new Finding(rule, id, verdict));
                }
            }
        }
        findings.sort(IN_RULE_ORDER);
        return findings;
    }

    private List<SafetyRule> rulesOf(String id) {
        Drug drug = knowledge.drug(id);
        return knowledge.rules().stream().filter(rule -> appliesTo(rule, drug)).toList();
    }

    /** Medicines of the patient that neither a drug nor an interaction class of the release names. */
    public List<String> unknownMedicines() {
        return patient.medications().orElse(List.of()).stream()
                .filter(medicine -> knowledge.findDrug(medicine).isEmpty()
                        && knowledge.interactionClassesOf(medicine).isEmpty())
                .toList();
    }

    private boolean appliesTo(SafetyRule rule, Drug drug) {
        return rule.drugs().contains(drug.id())
                || knowledge.classesOf(drug).stream().anyMatch(rule.classes()::contains);
    }

    private Set<String> partnerKeys(Combination combination, String drug) {
        return combination.drugs().stream()
                .filter(other -> !other.equals(drug))
                .findFirst()
                .map(other -> keysByDrug.computeIfAbsent(other, key -> keysOf(List.of(key))))
                .orElse(Set.of());
    }

    /** A medicine's drug id, its classes and interaction classes, and its name as a key. */
    private Set<String> keysOf(List<String> medicines) {
        Set<String> keys = new HashSet<>();
        for (String medicine : medicines) {
            keys.add(medicine.toLowerCase(java.util.Locale.ROOT).strip().replaceAll("[\\s_]+", "-"));
            keys.addAll(knowledge.interactionClassesOf(medicine));
            knowledge.findDrug(medicine).ifPresent(drug -> {
                keys.add(drug.id());
                keys.addAll(knowledge.classesOf(drug));
            });
        }
        return keys;
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
            return given(medicationKeys, keys -> keys.contains(asked.key()), "medications");
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
