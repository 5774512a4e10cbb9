package org.fenton.core.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.safety.SafetyCondition.Atom;
import org.fenton.core.tumour.Patient;
import org.jspecify.annotations.Nullable;

/** Evaluates every rule of a release for one patient; conditions are parsed once. For one thread. */
public final class SafetyCheck {
    private final SafetyRules rules;
    private final Patient patient;
    private final Optional<Set<String>> medicationKeys;
    private final Set<String> keptKeys;
    private final Map<String, OfDrug> byDrug = new HashMap<>();
    /** Verdicts of rules that do not ask about the drug itself, by place and by the keys that they name of a partner; {@link SafetyRules.Named} has each set once. */
    private final Map<Integer, IdentityHashMap<Set<String>, Verdict>> verdicts = new HashMap<>();

    /**
     * What one rule says of one drug.
     *
     * @param otherwise what it finds beside a partner that it does not name; where it names none, that is all it finds
     * @param beside what it finds beside partners that it names, by the keys that it names; {@link SafetyRules.Named} has
     *     each set of keys once
     */
    private record Slot(
            SafetyRules.Applying rule,
            boolean asksPartner,
            @Nullable Finding otherwise,
            IdentityHashMap<Set<String>, Optional<Finding>> beside) {}

    /** Every rule that can find something of a drug, in rule order. */
    public static final class OfDrug {
        private final String id;
        private final Slot[] slots;
        /** Of the slots' rules in rule order. */
        private final int[] places;
        /** What they find of the drug without a partner. */
        private final List<Finding> alone;
        /** What the rules can see of the drug as a partner. */
        private final SafetyRules.Named named;

        private OfDrug(String id, Slot[] slots, SafetyRules.Named named) {
            this.id = id;
            this.slots = slots;
            this.places =
                    Arrays.stream(slots).mapToInt(slot -> slot.rule.place()).toArray();
            this.alone = Arrays.stream(slots)
                    .flatMap(slot -> Stream.ofNullable(slot.otherwise))
                    .toList();
            this.named = named;
        }
    }

    /** The drug a rule is asked about, and those keys of the other drug of the combination that the rule names. */
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
        OfDrug first = of(combination.first());
        List<Finding> found = new ArrayList<>();
        find(first, combination.isPair() ? of(combination.second()) : null, found);
        return List.copyOf(found);
    }

    /**
     * The same for drugs that were looked up before: a ranking asks of a few drugs in thousands of pairs.
     *
     * @param found emptied first
     */
    public void find(OfDrug first, @Nullable OfDrug second, List<Finding> found) {
        found.clear();
        if (second == null) {
            found.addAll(first.alone);
            return;
        }
        Slot[] a = first.slots;
        Slot[] b = second.slots;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean ofFirst = j == b.length || i < a.length && first.places[i] <= second.places[j];
            Finding finding = ofFirst ? beside(a[i++], first, second) : beside(b[j++], second, first);
            if (finding != null) {
                found.add(finding);
            }
        }
    }

    /** What every rule says of one drug. */
    public OfDrug of(String drug) {
        return byDrug.computeIfAbsent(drug, this::read);
    }

    /** A rule that finds nothing whatever the partner is left out. */
    /** A rule that finds nothing whatever the partner is left out. */
    private OfDrug read(String drug) {
        Slot[] slots = rules.of(drug).stream()
                .map(rule -> slot(rule, drug))
                .filter(slot -> slot.otherwise != null || slot.asksPartner)
                .toArray(Slot[]::new);
        return new OfDrug(drug, slots, rules.named(drug));
    }

    private Slot slot(SafetyRules.Applying rule, String drug) {
        Finding otherwise = find(rule, new Asked(drug, Set.of())).orElse(null);
        return new Slot(rule, !rule.partners().isEmpty(), otherwise, new IdentityHashMap<>());
    }

    private @Nullable Finding beside(Slot slot, OfDrug drug, OfDrug partner) {
        if (!slot.asksPartner) {
            return slot.otherwise;
        }
        Set<String> named = partner.named.by(slot.rule);
        if (named.isEmpty()) {
            return slot.otherwise;
        }
        Optional<Finding> known = slot.beside.get(named);
        if (known == null) {
            known = find(slot.rule, new Asked(drug.id, named));
            slot.beside.put(named, known);
        }
        return known.orElse(null);
    }

    private Optional<Finding> find(SafetyRules.Applying rule, Asked about) {
        // one rule stands for dozens of drugs: what does not look at the drug is judged once
        Verdict verdict = rule.asksDrug()
                ? evaluate(rule.condition(), about)
                : verdicts.computeIfAbsent(rule.place(), place -> new IdentityHashMap<>())
                        .computeIfAbsent(about.partnerKeys, keys -> evaluate(rule.condition(), about));
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
