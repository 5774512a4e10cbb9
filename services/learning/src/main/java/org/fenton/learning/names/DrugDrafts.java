package org.fenton.learning.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenton.learning.data.DrugName;
import org.jspecify.annotations.Nullable;

/**
 * Drugs while the lists are being joined. A later list's drug is an earlier one when its normalised name, an InChIKey, an identifier, a structure or a synonym belongs to exactly
 * one earlier drug; else it is a new one: two earlier drugs are never joined, so dexamethasone and betamethasone stay two.
 */
final class DrugDrafts {
    private static final Pattern CODE_IN_BRACKETS = Pattern.compile("\\(([A-Z]{1,6}[- ]?\\d{2,}[A-Za-z0-9-]*)\\)");
    private static final Pattern INCHI_KEY = Pattern.compile("[A-Z]{14}-[A-Z]{10}-[A-Z]");
    private static final int CONNECTIVITY = 14;

    private final SortedMap<String, Draft> byKey = new TreeMap<>();
    private final Map<String, SortedSet<String>> index = new HashMap<>();

    /** What one list says of a drug. */
    record Listed(
            String name,
            List<String> identifiers,
            String inchiKeys,
            @Nullable String smiles,
            @Nullable String skeleton) {
        static Listed of(String name) {
            return new Listed(name, List.of(), "", null, null);
        }

        Listed withIdentifier(String identifier) {
            return new Listed(name, List.of(identifier), inchiKeys, smiles, skeleton);
        }

        Listed withInchiKeys(String keys) {
            return new Listed(name, identifiers, keys, smiles, skeleton);
        }

        Listed withSmiles(String text, @Nullable String hash) {
            return new Listed(name, identifiers, inchiKeys, text, hash);
        }
    }

    /** A drug that grows. */
    static final class Draft {
        final String key;
        final String name;
        final SortedSet<String> names = new TreeSet<>();
        final SortedSet<String> identifiers = new TreeSet<>();
        final SortedSet<String> inchiKeys = new TreeSet<>();

        /** Kept only until its descriptors are computed. */
        Optional<String> smiles = Optional.empty();

        SeedDrugs.@Nullable Seed seed;

        private Draft(String key, String name) {
            this.key = key;
            this.name = name;
        }
    }

    Iterable<Draft> all() {
        return byKey.values();
    }

    /** Adds the drug under its own name: for the list that decides what is one drug. */
    Draft own(Listed listed) {
        Draft draft = byKey.computeIfAbsent(DrugName.key(listed.name()), key -> new Draft(key, listed.name()));
        return tell(draft, listed);
    }

    /** Adds to the one earlier drug that this is, else a new one. */
    Draft join(Listed listed) {
        String key = DrugName.key(listed.name());
        Draft known = byKey.get(key);
        if (known == null) {
            known = earlier(listed, key);
        }
        return known == null ? own(listed) : tell(known, listed);
    }

    private @Nullable Draft earlier(Listed listed, String key) {
        TreeSet<String> words = new TreeSet<>();
        Matcher inchiKey = INCHI_KEY.matcher(listed.inchiKeys());
        while (inchiKey.find()) {
            words.add(inchiKey.group());
        }
        Draft found = unique(words);
        if (found == null) {
            found = unique(listed.identifiers());
        }
        if (found == null && !words.isEmpty()) {
            found = unique(words.stream().map(w -> w.substring(0, CONNECTIVITY)).toList());
        }
        if (found == null && listed.skeleton() != null) {
            found = unique(List.of(listed.skeleton()));
        }
        return found != null ? found : unique(List.of(key));
    }

    private @Nullable Draft unique(Iterable<String> words) {
        TreeSet<String> keys = new TreeSet<>();
        words.forEach(word -> keys.addAll(index.getOrDefault(word, new TreeSet<>())));
        return keys.size() == 1 ? byKey.get(keys.first()) : null;
    }

    private Draft tell(Draft draft, Listed listed) {
        addName(draft, listed.name());
        listed.identifiers().forEach(id -> {
            draft.identifiers.add(id);
            point(id, draft);
        });
        Matcher inchiKey = INCHI_KEY.matcher(listed.inchiKeys());
        while (inchiKey.find()) {
            draft.inchiKeys.add(inchiKey.group());
            point(inchiKey.group(), draft);
            point(inchiKey.group().substring(0, CONNECTIVITY), draft);
        }
        if (draft.smiles.isEmpty()) {
            draft.smiles = Optional.ofNullable(listed.smiles());
        }
        if (listed.skeleton() != null) {
            point(listed.skeleton(), draft);
        }
        return draft;
    }

    /** Another name of the drug that goes by {@code known}, where there is one. */
    void addName(String known, String name) {
        Draft draft = byKey.get(DrugName.key(known));
        if (draft != null && !byKey.containsKey(DrugName.key(name))) {
            addName(draft, name);
        }
    }

    void addName(Draft draft, String name) {
        String key = DrugName.key(name);
        if (!key.isEmpty()) {
            draft.names.add(DrugTable.text(name));
            point(key, draft);
        }
        // "Selumetinib (AZD6244)" is two names; "(hydrochloride)" is none.
        Matcher code = CODE_IN_BRACKETS.matcher(name);
        if (code.find()) {
            addName(draft, code.group(1));
        }
    }

    private void point(String word, Draft draft) {
        index.computeIfAbsent(word, w -> new TreeSet<>()).add(draft.key);
    }
}
