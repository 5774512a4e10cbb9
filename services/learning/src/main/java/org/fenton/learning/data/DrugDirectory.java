package org.fenton.learning.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.files.Table;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.structure.Structure;
import org.fenton.learning.structure.StructureReader;

/**
 * Structures and targets of drugs by name.
 *
 * <p>Structure: the Drug Repurposing Hub's first sample that has one, else the ALMANAC or O'Neil list. Targets: the Hub's,
 * else the gene symbols listed with the O'Neil drugs, else DrugBank's proteins by Entrez id. A drug that none of them knows has no
 * structure or no targets: it stays without.
 */
public final class DrugDirectory {
    private static final int CONNECTIVITY = 14;

    private final Map<String, String> smiles = new HashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, String> nameByConnectivity = new HashMap<>();
    private final Map<String, Set<String>> targetsByDrugBank = new HashMap<>();
    private final StructureReader structures;

    private DrugDirectory(StructureReader structures) {
        this.structures = structures;
    }

    public static DrugDirectory read(DataFiles files, StructureReader structures) throws IOException {
        DrugDirectory directory = new DrugDirectory(structures);
        directory.readHub(files);
        Table.csv(files.path(Input.ALMANAC_SMILES))
                .forEach(r -> directory.addSmiles(r.text("name"), r.text("isosmiles")));
        Table.tsv(files.path(Input.ONEIL_SMILES)).forEach(r -> directory.addSmiles(r.text("drug"), r.text("smiles")));
        Table.csv(files.path(Input.ONEIL_TARGETS))
                .forEach(r -> directory.addTargets(r.text("Name"), listed(r.text("DrugBank"))));
        directory.readDrugBankProteins(files);
        return directory;
    }

    private void readHub(DataFiles files) throws IOException {
        Table.tsv(files.path(Input.HUB_SAMPLES))
                .withComments('!')
                .withCharset(StandardCharsets.ISO_8859_1)
                .forEach(r -> {
                    addSmiles(r.text("pert_iname"), r.text("smiles"));
                    addConnectivity(r.text("pert_iname"), r.text("InChIKey"));
                });
        Table.tsv(files.path(Input.HUB_DRUGS))
                .withComments('!')
                .withCharset(StandardCharsets.ISO_8859_1)
                .forEach(r -> {
                    addTargets(r.text("pert_iname"), List.of(r.text("target").split("\\|")));
                    addClasses(r.text("pert_iname"), List.of(r.text("moa").split("\\|")));
                });
    }

    private void readDrugBankProteins(DataFiles files) throws IOException {
        Map<String, String> symbolByEntrez = new HashMap<>();
        Table.csv(files.path(Input.LINE_PROTEINS))
                .forEach(r -> symbolByEntrez.putIfAbsent(r.text("protein"), r.text("GeneSym")));
        Table.csv(files.path(Input.DRUG_PROTEINS)).forEach(r -> {
            String symbol = symbolByEntrez.get(r.text("protein"));
            if (symbol != null) {
                targetsByDrugBank
                        .computeIfAbsent(r.text("drug"), id -> new TreeSet<>())
                        .add(symbol);
            }
        });
    }

    /** The Python list literal of the O'Neil target table, {@code ['TYMS', 'CYP2C9']}, as its words. */
    private static List<String> listed(String pythonList) {
        return List.of(pythonList.replaceAll("[\\[\\]' ]", "").split(","));
    }

    private void addSmiles(String name, String text) {
        if (!text.isEmpty()) {
            // A Hub cell may be quoted, list several samples' SMILES, or add CXSMILES notes behind a blank.
            smiles.putIfAbsent(DrugName.key(name), text.replace("\"", "").split("[, ]")[0]);
        }
    }

    /** First block of an InChIKey: the molecule without salt form and stereochemistry. */
    private void addConnectivity(String name, String inchiKey) {
        if (inchiKey.length() >= CONNECTIVITY) {
            nameByConnectivity.putIfAbsent(inchiKey.substring(0, CONNECTIVITY), DrugName.key(name));
        }
    }

    private void addClasses(String name, List<String> mechanisms) {
        Set<String> known = new TreeSet<>();
        mechanisms.stream().filter(m -> !m.isBlank()).forEach(known::add);
        if (!known.isEmpty()) {
            classes.putIfAbsent(DrugName.key(name), known);
        }
    }

    /** What is known of a screen's drug, found by its name, by the connectivity of its InChIKey, and by its own structure. */
    public DrugTraits traits(Screen.Drug drug) {
        Optional<String> listed = drug.inchiKey()
                .filter(k -> k.length() >= CONNECTIVITY)
                .map(k -> nameByConnectivity.get(k.substring(0, CONNECTIVITY)));
        List<String> keys = Stream.of(Optional.of(drug.key()), Optional.of(DrugName.key(drug.name())), listed)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Optional<Structure> structure =
                drug.smiles().or(() -> first(keys, smiles)).map(structures::read);
        return new DrugTraits(structure, first(keys, targets), first(keys, classes));
    }

    private static <T> Optional<T> first(List<String> keys, Map<String, T> known) {
        return keys.stream().filter(known::containsKey).findFirst().map(known::get);
    }

    private void addTargets(String name, List<String> symbols) {
        Set<String> known = new TreeSet<>();
        symbols.stream().filter(s -> !s.isBlank()).forEach(known::add);
        if (!known.isEmpty()) {
            targets.putIfAbsent(DrugName.key(name), known);
        }
    }

    /**
     * @param drugBankIds identifiers of the same drug, for targets that only DrugBank lists
     * @throws IllegalArgumentException when a listed structure cannot be read
     */
    DrugDescription describe(String key, Set<String> drugBankIds) {
        Optional<Structure> structure = Optional.ofNullable(smiles.get(key)).map(structures::read);
        List<Set<String>> known = new ArrayList<>();
        if (targets.containsKey(key)) {
            known.add(targets.get(key));
        }
        drugBankIds.stream()
                .sorted()
                .filter(targetsByDrugBank::containsKey)
                .forEach(id -> known.add(targetsByDrugBank.get(id)));
        return new DrugDescription(structure, known.stream().findFirst());
    }
}
