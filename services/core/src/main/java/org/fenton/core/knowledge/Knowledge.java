package org.fenton.core.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One release of the catalog, indexed for ranking. Every list is kept in id order, so that no result depends on the
 * order in which a release was read.
 */
public final class Knowledge {
    private final String releaseId;
    private final TreeMap<String, Drug> drugs = new TreeMap<>();
    private final Map<String, String> drugIdByName = new HashMap<>();
    private final List<Edge> edges;
    private final List<DiseaseContext> contexts;
    private final List<ResistanceMechanism> resistance;
    private final List<KnownCombination> combinations;
    private final List<SafetyRule> rules;
    private final TreeMap<String, Scope> scopes = new TreeMap<>();
    private final TreeMap<String, Tumour> tumours = new TreeMap<>();
    private final Map<String, String> classParents;
    private final TreeMap<String, Set<String>> interactionDrugs = new TreeMap<>();
    private final Map<String, Set<String>> complexMembers;
    private final Parts parts;

    /** The parts of a release as read; see docs/data.md. */
    public record Parts(
            List<Drug> drugs,
            List<Edge> edges,
            List<DiseaseContext> contexts,
            List<ResistanceMechanism> resistance,
            List<KnownCombination> combinations,
            List<SafetyRule> rules,
            List<Scope> scopes,
            List<Tumour> tumours,
            Map<String, String> classParents,
            Map<String, Set<String>> interactionDrugs,
            Map<String, Set<String>> complexMembers) {}

    public Knowledge(String releaseId, Parts parts) {
        this.releaseId = releaseId;
        this.parts = parts;
        parts.drugs().forEach(drug -> drugs.put(drug.id(), drug));
        // An exact name wins over a synonym of another drug; among synonyms the smaller id wins.
        for (Drug drug : drugs.values()) {
            drug.synonyms().forEach(synonym -> drugIdByName.putIfAbsent(key(synonym), drug.id()));
        }
        for (Drug drug : drugs.values()) {
            drugIdByName.put(key(drug.name()), drug.id());
            drugIdByName.put(key(drug.id()), drug.id());
        }
        edges = sorted(parts.edges(), Edge::id);
        contexts = sorted(parts.contexts(), DiseaseContext::id);
        resistance = sorted(parts.resistance(), ResistanceMechanism::id);
        combinations = sorted(parts.combinations(), KnownCombination::id);
        rules = sorted(parts.rules(), SafetyRule::id);
        parts.scopes().forEach(scope -> scopes.put(scope.id(), scope));
        parts.tumours().forEach(tumour -> tumours.put(tumour.code(), tumour));
        classParents = Map.copyOf(parts.classParents());
        parts.interactionDrugs().forEach((id, names) -> {
            Set<String> keys = new TreeSet<>();
            names.forEach(name -> keys.add(key(name)));
            interactionDrugs.put(id, keys);
        });
        complexMembers = Map.copyOf(parts.complexMembers());
    }

    /** As read, for a release that differs in some of them. */
    public Parts parts() {
        return parts;
    }

    public String releaseId() {
        return releaseId;
    }

    public Collection<Drug> drugs() {
        return java.util.Collections.unmodifiableCollection(drugs.values());
    }

    public Drug drug(String id) {
        Drug drug = drugs.get(id);
        if (drug == null) {
            throw new IllegalArgumentException("no drug '" + id + "' in release " + releaseId);
        }
        return drug;
    }

    /** The drug of that id, name or synonym, whatever the case, spaces, hyphens or salt. */
    public Optional<Drug> findDrug(String name) {
        return Optional.ofNullable(drugIdByName.get(key(name)))
                .or(() -> Optional.ofNullable(drugIdByName.get(key(SaltWords.leftOutOf(name)))))
                .map(drugs::get);
    }

    /** The medicine's moiety as a key of a rule's condition: lower case, words joined by hyphens, without its salt. */
    public static String medicineKey(String medicine) {
        return SaltWords.leftOutOf(medicine).toLowerCase(Locale.ROOT).strip().replaceAll("[\\s_]+", "-");
    }

    public List<String> closeDrugNames(String name) {
        Set<String> known = new TreeSet<>();
        drugs.values().forEach(drug -> {
            known.add(drug.name());
            known.addAll(drug.synonyms());
        });
        return CloseNames.of(name, known);
    }

    public List<Edge> edges() {
        return edges;
    }

    public List<DiseaseContext> contexts() {
        return contexts;
    }

    public List<ResistanceMechanism> resistance() {
        return resistance;
    }

    public List<KnownCombination> combinations() {
        return combinations;
    }

    public List<SafetyRule> rules() {
        return rules;
    }

    public @Nullable Scope scope(String id) {
        return scopes.get(id);
    }

    public Collection<Scope> scopes() {
        return java.util.Collections.unmodifiableCollection(scopes.values());
    }

    public Map<String, Set<String>> complexMembers() {
        return complexMembers;
    }

    /** Every node that an edge, a target, a complex, a context's arm or a resistance mechanism names, sorted. */
    public Set<String> nodes() {
        Set<String> nodes = new TreeSet<>();
        edges.forEach(edge -> {
            nodes.addAll(edge.from());
            nodes.addAll(edge.to());
        });
        drugs.values().forEach(drug -> drug.targets().forEach(target -> nodes.add(target.node())));
        complexMembers.forEach((complex, members) -> {
            nodes.add(complex);
            nodes.addAll(members);
        });
        contexts.forEach(context -> context.arms().forEach(arm -> nodes.add(arm.node())));
        resistance.forEach(row -> {
            row.markers().forEach(marker -> nodes.add(marker.node()));
            nodes.addAll(row.liabilities());
        });
        return nodes;
    }

    public Optional<Tumour> tumour(String code) {
        return Optional.ofNullable(tumours.get(code));
    }

    public Set<String> tumourCodes() {
        return java.util.Collections.unmodifiableSet(tumours.keySet());
    }

    /** The code itself and its ancestors, nearest first; empty when the code is not known. */
    public Set<String> withAncestors(String code) {
        Set<String> lineage = new LinkedHashSet<>();
        Tumour at = tumours.get(code);
        while (at != null && lineage.add(at.code())) {
            at = tumours.get(at.parent());
        }
        return lineage;
    }

    /** The drug's classes and all classes above them. */
    public Set<String> classesOf(Drug drug) {
        return withParents(drug.classes());
    }

    public Set<String> withParents(Set<String> classes) {
        Set<String> all = new TreeSet<>();
        for (String start : classes) {
            String at = start;
            while (at != null && all.add(at)) {
                at = classParents.get(at);
            }
        }
        return all;
    }

    public boolean isClass(String key) {
        return classParents.containsKey(key)
                || classParents.containsValue(key)
                || drugs.values().stream().anyMatch(drug -> drug.classes().contains(key));
    }

    /** Interaction classes (for example {@code cyp3a4-strong-inhibitor}) that name this medicine. */
    public Set<String> interactionClassesOf(String medicine) {
        Set<String> names = new TreeSet<>();
        names.add(key(medicine));
        names.add(key(SaltWords.leftOutOf(medicine)));
        findDrug(medicine).ifPresent(drug -> {
            names.add(key(drug.name()));
            drug.synonyms().forEach(synonym -> names.add(key(synonym)));
        });
        Set<String> found = new TreeSet<>();
        interactionDrugs.forEach((id, drugNames) -> {
            if (names.stream().anyMatch(drugNames::contains)) {
                found.add(id);
            }
        });
        return found;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-_,.()]", "");
    }

    private static <T> List<T> sorted(List<T> rows, java.util.function.Function<T, String> id) {
        return rows.stream().sorted(Comparator.comparing(id)).toList();
    }
}
