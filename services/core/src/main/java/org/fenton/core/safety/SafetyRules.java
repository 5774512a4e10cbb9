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
    private final Map<String, Set<String>> keysByDrug = new HashMap<>();
    /** By drug and place of a rule: keys of the drug that the rule's condition names as those of a partner. */
    private final Map<String, Map<Integer, Set<String>>> namedKeys = new HashMap<>();

    /**
     * A rule that applies to a drug.
     *
     * @param place of the rule in rule order
     * @param asksDrug whether it looks at the drug itself, beyond applying to it
     * @param partners keys of the partners that its condition names; empty when it does not look at the partner
     */
    record Applying(int place, SafetyRule rule, SafetyCondition condition, boolean asksDrug, Set<String> partners) {}

    private SafetyRules(Knowledge knowledge) {
        this.knowledge = knowledge;
        List<Applying> all = new ArrayList<>();
        for (SafetyRule rule : knowledge.rules()) {
            all.add(applying(all.size(), rule, SafetyCondition.parse(rule.condition())));
        }
        for (Drug drug : knowledge.drugs()) {
            Set<String> classes = knowledge.classesOf(drug);
            byDrug.put(
                    drug.id(),
                    all.stream()
                            .filter(each -> each.rule.drugs().contains(drug.id())
                                    || classes.stream().anyMatch(each.rule.classes()::contains))
                            .toList());
            Set<String> keys = keysOf(List.of(drug.id()));
            keysByDrug.put(drug.id(), keys);
            Map<Integer, Set<String>> named = new HashMap<>();
            for (Applying each : all) {
                Set<String> both = new HashSet<>(each.partners);
                both.retainAll(keys);
                if (!both.isEmpty()) {
                    named.put(each.place, Set.copyOf(both));
                }
            }
            namedKeys.put(drug.id(), named);
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

    Set<String> keysOf(String drug) {
        return keysByDrug.get(drug);
    }

    /** The keys of the drug that the rule's condition names as those of a partner: all that it can see of one. */
    Set<String> namedBy(Applying rule, String partner) {
        return namedKeys.get(partner).getOrDefault(rule.place, Set.of());
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
