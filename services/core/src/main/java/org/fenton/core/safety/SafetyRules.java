package org.fenton.core.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;

/** The rules of one release, parsed, and sorted out by drug: what does not change from patient to patient. Immutable. */
public final class SafetyRules {
    private final Knowledge knowledge;
    private final Map<String, List<Applying>> byDrug = new HashMap<>();
    /** By drug, at the place of a rule: keys of the drug that the rule's condition names as those of a partner. */
    private final Map<String, Named> namedByDrug = new HashMap<>();

    /**
     * A rule that applies to a drug.
     *
     * @param place of the rule in rule order
     * @param asksDrug whether it looks at the drug itself, beyond applying to it
     * @param partners keys of the partners that its condition names; empty when it does not look at the partner
     */
    record Applying(int place, SafetyRule rule, SafetyCondition condition, boolean asksDrug, Set<String> partners) {}

    /**
     * What the rules can see of a drug as a partner.
     *
     * @param keys at each rule's place those that its condition names; equal sets are one
     */
    record Named(List<Set<String>> keys) {
        Set<String> by(Applying rule) {
            return keys.get(rule.place);
        }
    }

    private SafetyRules(Knowledge knowledge) {
        this.knowledge = knowledge;
        List<Applying> all = new ArrayList<>();
        for (SafetyRule rule : knowledge.rules()) {
            all.add(applying(all.size(), rule, SafetyCondition.parse(rule.condition())));
        }
        Map<Set<String>, Set<String>> once = new HashMap<>();
        for (Drug drug : knowledge.drugs()) {
            Set<String> classes = knowledge.classesOf(drug);
            byDrug.put(
                    drug.id(),
                    all.stream()
                            .filter(each -> each.rule.drugs().contains(drug.id())
                                    || classes.stream().anyMatch(each.rule.classes()::contains))
                            .toList());
            Set<String> keys = keysOf(List.of(drug.id()));
            List<Set<String>> named = new ArrayList<>(all.size());
            for (Applying each : all) {
                Set<String> both = new HashSet<>(each.partners);
                both.retainAll(keys);
                named.add(once.computeIfAbsent(Set.copyOf(both), same -> same));
            }
            namedByDrug.put(drug.id(), new Named(List.copyOf(named)));
        }
    }

    /** @throws IllegalArgumentException naming a condition that does not parse */
    public static SafetyRules of(Knowledge knowledge) {
        return new SafetyRules(knowledge);
    }

    private static Applying applying(int place, SafetyRule rule, SafetyCondition condition) {
        Set<String> partners = new HashSet<>();
        condition
                .clauses()
                .forEach(clause -> clause.forEach(atom -> {
                    if (atom instanceof SafetyCondition.Atom.Partner named) {
                        partners.add(named.key());
                    }
                }));
        boolean asksDrug = condition.clauses().stream()
                .flatMap(List::stream)
                .anyMatch(atom -> atom instanceof SafetyCondition.Atom.Started);
        return new Applying(place, rule, condition, asksDrug, Set.copyOf(partners));
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** In rule order. */
    List<Applying> of(String drug) {
        return byDrug.getOrDefault(drug, List.of());
    }

    /** The keys of the drug that conditions name as those of a partner: all that a rule can see of one. */
    Named named(String drug) {
        return namedByDrug.get(drug);
    }

    /** A medicine's drug id, its classes and interaction classes, and its name as a key. */
    Set<String> keysOf(List<String> medicines) {
        Set<String> keys = new HashSet<>();
        for (String medicine : medicines) {
            keys.add(Knowledge.medicineKey(medicine));
            keys.addAll(knowledge.interactionClassesOf(medicine));
            knowledge.findDrug(medicine).ifPresent(drug -> {
                keys.add(drug.id());
                keys.addAll(knowledge.classesOf(drug));
            });
        }
        return keys;
    }
}
