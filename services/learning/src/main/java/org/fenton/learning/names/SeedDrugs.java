package org.fenton.learning.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fenton.learning.files.Table;

/** The project's own curated drugs, from the directory of the catalog's seed tables. */
final class SeedDrugs {
    static final List<String> FILES = List.of("drugs.tsv", "drug-targets.tsv", "nodes.tsv", "classes.tsv");

    private SeedDrugs() {}

    /**
     * @param targets genes that it acts on directly, without the contested ones
     * @param classes names of its classes
     */
    record Seed(
            String name,
            List<String> synonyms,
            List<String> identifiers,
            Optional<String> smiles,
            Optional<String> inchiKey,
            Set<String> targets,
            Set<String> classes) {}

    static List<Seed> read(Path directory) throws IOException {
        Set<String> genes = new TreeSet<>();
        Table.tsv(directory.resolve("nodes.tsv")).forEach(r -> {
            if (r.text("kind").equals("GENE")) {
                genes.add(r.text("id"));
            }
        });
        Map<String, Set<String>> targets = new HashMap<>();
        Table.tsv(directory.resolve("drug-targets.tsv")).forEach(r -> {
            if (r.text("directness").equals("DIRECT")
                    && r.text("contested").equals("false")
                    && genes.contains(r.text("node"))) {
                targets.computeIfAbsent(r.text("drug"), d -> new TreeSet<>()).add(r.text("node"));
            }
        });
        Map<String, String> classNames = new HashMap<>();
        Table.tsv(directory.resolve("classes.tsv")).forEach(r -> classNames.put(r.text("id"), r.text("name")));
        List<Seed> seeds = new ArrayList<>();
        Table.tsv(directory.resolve("drugs.tsv")).forEach(r -> {
            Set<String> classes = new TreeSet<>();
            words(r.text("classes")).map(classNames::get).filter(c -> c != null).forEach(classes::add);
            seeds.add(new Seed(
                    r.text("name"),
                    Stream.concat(Stream.of(r.text("id")), words(r.text("synonyms")))
                            .toList(),
                    identifiers(r),
                    known(r.text("smiles")),
                    known(r.text("inchiKey")),
                    targets.getOrDefault(r.text("id"), Set.of()),
                    classes));
        });
        return seeds;
    }

    private static List<String> identifiers(Table.Row row) {
        return Stream.of(
                        words(row.text("chembl")),
                        words(row.text("drugbank")),
                        words(row.text("pubchem")).map(cid -> "CID:" + cid))
                .flatMap(ids -> ids)
                .toList();
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).filter(w -> !w.isEmpty());
    }

    private static Optional<String> known(String cell) {
        return Optional.of(cell).filter(c -> !c.isEmpty());
    }
}
