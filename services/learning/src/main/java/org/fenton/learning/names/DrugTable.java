package org.fenton.learning.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.structure.Structure;

/** The directory of drugs as a bundle keeps it: one line a drug, lists separated by {@code |}, an empty cell is unknown. */
final class DrugTable {
    private static final String HEADER = String.join(
            "\t",
            "key",
            "name",
            "names",
            "identifiers",
            "inchikeys",
            "skeleton",
            "heavy_atoms",
            "shape",
            "fingerprint",
            "targets",
            "classes");
    private static final int CELLS = HEADER.split("\t").length;
    private static final String LIST = "|";

    private DrugTable() {}

    static String toTsv(Collection<KnownDrug> drugs) {
        StringBuilder tsv = new StringBuilder(HEADER).append('\n');
        drugs.forEach(drug -> tsv.append(line(drug)).append('\n'));
        return tsv.toString();
    }

    private static String line(KnownDrug drug) {
        Optional<Structure> structure = drug.traits().structure();
        return Stream.of(
                        drug.key(),
                        text(drug.name()),
                        list(drug.names()),
                        list(drug.identifiers()),
                        list(drug.inchiKeys()),
                        drug.skeleton().orElse(""),
                        structure.map(s -> Integer.toString(s.heavyAtoms())).orElse(""),
                        structure
                                .map(s -> list(s.shape().stream()
                                        .map(v -> Double.toString(v))
                                        .toList()))
                                .orElse(""),
                        structure
                                .map(s -> Base64.getEncoder()
                                        .encodeToString(s.fingerprint().toByteArray()))
                                .orElse(""),
                        drug.traits().targets().map(DrugTable::sorted).orElse(""),
                        drug.traits().classes().map(DrugTable::sorted).orElse(""))
                .collect(Collectors.joining("\t"));
    }

    private static String sorted(Set<String> words) {
        return list(new TreeSet<>(words));
    }

    private static String list(Collection<String> words) {
        return words.stream().map(DrugTable::text).collect(Collectors.joining(LIST));
    }

    /** A word that cannot end its cell or its place in a list. */
    static String text(String word) {
        return word.replaceAll("[\\t\\r\\n|]+", " ").strip();
    }

    /** @throws IllegalArgumentException naming the line that is not as {@link #toTsv} writes it */
    static List<KnownDrug> fromTsv(String tsv) {
        List<String> lines = tsv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("the directory of drugs does not begin with the header " + HEADER);
        }
        List<KnownDrug> drugs = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != CELLS) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " of the directory of drugs has " + cells.length + " cells, not " + CELLS);
            }
            drugs.add(drug(cells));
        }
        return drugs;
    }

    private static KnownDrug drug(String[] cells) {
        Optional<String> skeleton = Optional.of(cells[5]).filter(s -> !s.isEmpty());
        Optional<Structure> structure = skeleton.map(hash -> new Structure(
                "",
                BitSet.valueOf(Base64.getDecoder().decode(cells[8])),
                Integer.parseInt(cells[6]),
                words(cells[7]).stream().map(Double::valueOf).toList()));
        return new KnownDrug(
                cells[0],
                cells[1],
                words(cells[2]),
                words(cells[3]),
                words(cells[4]),
                skeleton,
                new DrugTraits(structure, set(cells[9]), set(cells[10])));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
    }

    private static Optional<Set<String>> set(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(words(cell)));
    }
}
