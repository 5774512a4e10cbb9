package org.fenton.learning.names;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenton.core.knowledge.CloseNames;
import org.fenton.learning.data.DrugName;
import org.fenton.learning.files.Hashes;
import org.fenton.learning.structure.Structure;
import org.fenton.learning.structure.StructureReader;
import org.jspecify.annotations.Nullable;

/**
 * The directory of drugs: finds one by name, synonym, identifier or structure. It never guesses: a word that fits several drugs, or none,
 * is answered with suggestions.
 *
 * <p>A word is tried as name (case, salts and punctuation do not count), synonym, InChIKey (whole, then its first block), identifier and, last, SMILES. Safe for
 * use by many threads.
 */
public final class DrugNames {
    private static final int CONNECTIVITY = 14;
    private static final int MOST_SUGGESTIONS = 3;
    private static final int HASH = 16;

    /** Every word of three letters is close to another. */
    private static final int SHORTEST_HINT = 4;

    private static final Pattern INCHI_KEY = Pattern.compile("([A-Z]{14})(-[A-Z]{8,10}(-[A-Z])?)?");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?:(?:chembl|chembl\\.compound|drugbank|broad):)?(chembl\\d+|db\\d{5}|brd-[a-z]\\d{8})(?:-.*)?");
    private static final Pattern PUBCHEM = Pattern.compile("(?:pubchem|pubchem\\.compound|cid|pubchem cid)[: ]?(\\d+)");

    /** A bond, branch, bracket or ring: without one, code names such as PFOS would be molecules. */
    private static final Pattern SMILES =
            Pattern.compile("(?=.*(?:[=#(\\[]|[A-Za-z]\\d.*[A-Za-z]\\d))[A-Za-z0-9@+\\-\\[\\]()=#$:/\\\\.%*~]+");

    /** Forms of a salt that {@link DrugName} leaves on the name. */
    private static final Pattern SALT_FORM = Pattern.compile(
            "(?i)(?<=\\S)[ -]+(?:(?:mono|di|tri|hemi|sesqui)?(?:hydrochloride|hydrobromide|hydrate|mesylate|besylate|tosylate"
                    + "|fumarate|maleate|malate|succinate|tartrate|citrate|phosphate|sulfate|sulphate|acetate|lactate|nitrate"
                    + "|sodium|potassium|calcium|magnesium)|salt|free base|hcl|hbr|xinafoate|pamoate|camsylate)$");

    private final SortedMap<String, KnownDrug> byKey = new TreeMap<>();
    private final Map<String, SortedSet<String>> bySynonym = new HashMap<>();
    private final Map<String, SortedSet<String>> byInchiKey = new HashMap<>();
    private final Map<String, SortedSet<String>> byIdentifier = new HashMap<>();
    private final Map<String, SortedSet<String>> bySkeleton = new HashMap<>();
    private final StructureReader structures = new StructureReader();

    public DrugNames(Collection<KnownDrug> drugs) {
        for (KnownDrug drug : drugs) {
            if (byKey.put(drug.key(), drug) != null) {
                throw new IllegalArgumentException("the directory of drugs has " + drug.key() + " twice");
            }
        }
        for (KnownDrug drug : byKey.values()) {
            drug.names().forEach(name -> put(bySynonym, DrugName.key(name), drug));
            drug.identifiers().forEach(id -> put(byIdentifier, id, drug));
            drug.skeleton().ifPresent(skeleton -> put(bySkeleton, skeleton, drug));
            for (String inchiKey : drug.inchiKeys()) {
                put(byInchiKey, inchiKey, drug);
                put(byInchiKey, inchiKey.substring(0, CONNECTIVITY), drug);
            }
        }
    }

    private static void put(Map<String, SortedSet<String>> index, String word, KnownDrug drug) {
        index.computeIfAbsent(word, w -> new TreeSet<>()).add(drug.key());
    }

    public static DrugNames fromTsv(String tsv) {
        return new DrugNames(DrugTable.fromTsv(tsv));
    }

    /** One line a drug, sorted by key. Of a structure it holds descriptors and a hash, no SMILES. */
    public String toTsv() {
        return DrugTable.toTsv(byKey.values());
    }

    public int size() {
        return byKey.size();
    }

    /** By which a drawn structure finds the drug that has it, where the structure itself may not be handed on. */
    public static String skeletonHash(Structure structure) {
        return Hashes.sha256(structure.skeleton().getBytes(StandardCharsets.UTF_8))
                .substring(0, HASH);
    }

    /** What {@code written} means. */
    public DrugMatch find(String written) {
        String word = written.strip();
        return named(word)
                .or(() -> inchiKey(word))
                .or(() -> identified(word))
                .or(() -> drawn(word))
                .orElseGet(() -> new DrugMatch.Unknown(suggestions(word)));
    }

    /** The keys by which a model may have learned a drug: its own, those of its synonyms, those of drugs with the same skeleton. */
    public List<String> keys(KnownDrug drug) {
        TreeSet<String> others = new TreeSet<>();
        for (String name : drug.names()) {
            String key = DrugName.key(name);
            if (!byKey.containsKey(key) && bySynonym.get(key).size() == 1) {
                others.add(key);
            }
        }
        TreeSet<String> twins = new TreeSet<>();
        drug.skeleton().ifPresent(skeleton -> twins.addAll(bySkeleton.get(skeleton)));
        others.remove(drug.key());
        twins.remove(drug.key());
        List<String> keys = new ArrayList<>(List.of(drug.key()));
        keys.addAll(others);
        keys.addAll(twins);
        return keys;
    }

    private Optional<DrugMatch> named(String word) {
        Optional<DrugMatch> whole = byName(word, "");
        Matcher salt = SALT_FORM.matcher(word);
        if (whole.isPresent() || !salt.find()) {
            return whole;
        }
        String parent = word.substring(0, salt.start());
        return byName(parent, "'" + word + "' read as " + parent);
    }

    private Optional<DrugMatch> byName(String word, String note) {
        String key = DrugName.key(word);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        KnownDrug drug = byKey.get(key);
        return drug != null ? Optional.of(new DrugMatch.Known(drug, note)) : only(bySynonym.get(key), note);
    }

    private Optional<DrugMatch> inchiKey(String word) {
        Matcher inchiKey = INCHI_KEY.matcher(word);
        if (!inchiKey.matches()) {
            return Optional.empty();
        }
        Optional<DrugMatch> whole = only(byInchiKey.get(word), "");
        return whole.isPresent() || word.length() == CONNECTIVITY
                ? whole
                : only(
                        byInchiKey.get(inchiKey.group(1)),
                        "'" + word + "' read by its first block, without stereochemistry and salt form");
    }

    private Optional<DrugMatch> identified(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Matcher pubchem = PUBCHEM.matcher(lower);
        if (pubchem.matches()) {
            return only(byIdentifier.get("CID:" + pubchem.group(1)), "");
        }
        Matcher identifier = IDENTIFIER.matcher(lower);
        return identifier.matches()
                ? only(byIdentifier.get(identifier.group(1).toUpperCase(Locale.ROOT)), "")
                : Optional.empty();
    }

    /** Last, since a short name may also be a SMILES: what is a name is never read as one. */
    private Optional<DrugMatch> drawn(String word) {
        if (!SMILES.matcher(word).matches()) {
            return Optional.empty();
        }
        Structure structure;
        try {
            structure = structures.read(word);
        } catch (IllegalArgumentException notASmiles) {
            return Optional.empty();
        }
        String skeleton = skeletonHash(structure);
        List<KnownDrug> alike = bySkeleton.getOrDefault(skeleton, new TreeSet<>()).stream()
                .map(byKey::get)
                .toList();
        return Optional.of(
                alike.size() == 1
                        ? new DrugMatch.Known(
                                alike.get(0), "SMILES read as " + alike.get(0).name())
                        : new DrugMatch.Drawn(structure, skeleton, alike));
    }

    /** The one drug of these, or that there are several; empty for none. */
    private Optional<DrugMatch> only(@Nullable SortedSet<String> keys, String note) {
        if (keys == null) {
            return Optional.empty();
        }
        List<KnownDrug> drugs = keys.stream().map(byKey::get).toList();
        return Optional.of(
                drugs.size() == 1
                        ? new DrugMatch.Known(drugs.get(0), note)
                        : new DrugMatch.Several(drugs.stream()
                                .map(KnownDrug::name)
                                .limit(MOST_SUGGESTIONS)
                                .toList()));
    }

    private List<String> suggestions(String word) {
        String key = DrugName.key(word);
        if (key.length() < SHORTEST_HINT) {
            return List.of();
        }
        return CloseNames.of(key, byKey.keySet()).stream()
                .map(byKey::get)
                .map(KnownDrug::name)
                .toList();
    }
}
