package org.fenton.core.safety;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

    /**
     * A rule that applies to a drug.
     *
     * @param partners keys of the partners that its condition names; empty when it does not look at the partner
     */
    record Applying(SafetyRule rule, SafetyCondition condition, Set<String> partners) {}

    private SafetyRules(Knowledge knowledge) {
        this.knowledge = knowledge;
        List<Applying> all = knowledge.rules().stream()
                .map(rule -> applying(rule, SafetyCondition.parse(rule.condition())))
                .toList();
        for (Drug drug : knowledge.drugs()) {
            Set<String> classes = knowledge.classesOf(drug);
            byDrug.put(
                    drug.id(),
                    all.stream()
                            .filter(each -> each.rule.drugs().contains(drug.id())
                                    || classes.stream().anyMatch(each.rule.classes()::contains))
                            .toList());
            keysByDrug.put(drug.id(), keysOf(List.of(drug.id())));
        }
    }

    /** @throws IllegalArgumentException naming a condition that does not parse */
    public static SafetyRules of(Knowledge knowledge) {
        return new SafetyRules(knowledge);
    }

    private static Applying applying(SafetyRule rule, SafetyCondition condition) {
        Set<String> partners = new HashSet<>();
        condition
                .clauses()
                .forEach(clause -> clause.forEach(atom -> {
                    if (atom instanceof SafetyCondition.Atom.Partner named) {
                        partners.add(named.key());
                    }
                }));
        return new Applying(rule, condition, Set.copyOf(partners));
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

    /** A medicine's drug id, its classes and interaction classes, and its name as a key. */
    Set<String> keysOf(List<String> medicines) {
        Set<String> keys = new HashSet<>();
        for (String medicine : medicines) {
            keys.add(medicine.toLowerCase(Locale.ROOT).strip().replaceAll("[\\s_]+", "-"));
            keys.addAll(knowledge.interactionClassesOf(medicine));
            knowledge.findDrug(medicine).ifPresent(drug -> {
                keys.add(drug.id());
                keys.addAll(knowledge.classesOf(drug));
            });
        }
        return keys;
    }
}
