package org.fenton.learning.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.learning.features.DrugDescription;

/** Which names mean one drug: groups of names that grow together. The smallest name of a group stands for it. */
final class DrugIdentities {
    private final Map<String, String> parent = new TreeMap<>();
    private final Map<String, Set<String>> drugBankIds = new HashMap<>();
    private final Map<String, String> nameByDrugBank = new HashMap<>();
    private final Map<String, String> nameByStructure = new HashMap<>();

    /** Makes a name known and returns its key. */
    String add(String name) {
        String key = DrugName.key(name);
        parent.putIfAbsent(key, key);
        return key;
    }

    void sameDrug(String name, String drugBankId) {
        if (drugBankId.isEmpty()) {
            return;
        }
        String key = add(name);
        drugBankIds.computeIfAbsent(key, k -> new TreeSet<>()).add(drugBankId);
        String other = nameByDrugBank.putIfAbsent(drugBankId, key);
        if (other != null) {
            union(key, other);
        }
    }

    /** Names with equal {@code structure} (a skeleton, an InChIKey's first block) mean one drug. */
    void sameStructure(String name, String structure) {
        String key = add(name);
        String other = nameByStructure.putIfAbsent(structure, key);
        if (other != null) {
            union(key, other);
        }
    }

    void mergeByStructure(DrugDirectory directory) {
        Map<String, String> nameBySkeleton = new HashMap<>();
        for (String key : Set.copyOf(parent.keySet()).stream().sorted().toList()) {
            directory.describe(key, Set.of()).structure().ifPresent(structure -> {
                String other = nameBySkeleton.putIfAbsent(structure.skeleton(), key);
                if (other != null) {
                    union(key, other);
                }
            });
        }
    }

    String of(String key) {
        String root = key;
        while (!parent.get(root).equals(root)) {
            root = parent.get(root);
        }
        return root;
    }

    /** All names of the drug {@code root}, sorted. */
    List<String> names(String root) {
        return parent.keySet().stream().filter(key -> of(key).equals(root)).toList();
    }

    private void union(String a, String b) {
        String rootA = of(a);
        String rootB = of(b);
        if (rootA.compareTo(rootB) < 0) {
            parent.put(rootB, rootA);
        } else {
            parent.put(rootA, rootB);
        }
    }

    /** What any of the names of the drug {@code root} is known for, the names in sorted order. */
    DrugDescription describe(String root, DrugDirectory directory) {
        DrugDescription merged = new DrugDescription(java.util.Optional.empty(), java.util.Optional.empty());
        for (String key : parent.keySet()) {
            if (of(key).equals(root)) {
                DrugDescription next = directory.describe(key, drugBankIds.getOrDefault(key, Set.of()));
                DrugDescription sofar = merged;
                merged = new DrugDescription(
                        sofar.structure().or(next::structure), sofar.targets().or(next::targets));
            }
        }
        return merged;
    }
}
