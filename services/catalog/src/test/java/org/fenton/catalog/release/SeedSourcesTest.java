package org.fenton.catalog.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenton.catalog.Seeds;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** No fact without its source, and no paper from memory: read off the files themselves, not through the loader. */
class SeedSourcesTest {
    private static final Path FACTS = Path.of("../../../shared/facts");
    private static final List<String> FILES = List.of(
            "classes.tsv",
            "combinations.tsv",
            "contexts.tsv",
            "drug-listings.tsv",
            "drug-targets.tsv",
            "drugs.tsv",
            "edges.tsv",
            "interactions.tsv",
            "nodes.tsv",
            "regulatory.tsv",
            "resistance.tsv",
            "rules.tsv",
            "scopes.tsv",
            "sources.tsv",
            "tumours.tsv");

    /** Files whose every row says where it comes from. */
    private static final List<String> SOURCED = List.of(
            "combinations.tsv",
            "contexts.tsv",
            "drug-listings.tsv",
            "drug-targets.tsv",
            "edges.tsv",
            "interactions.tsv",
            "regulatory.tsv",
            "resistance.tsv",
            "rules.tsv");

    private static final Pattern PMID = Pattern.compile("PMID[: ]\\s*([0-9]{5,9})");
    private static final Pattern DOI = Pattern.compile("(?:DOI:|doi )(10\\.[0-9]{4,}/[^\\s;,)|]+)");
    private static final Pattern PMC = Pattern.compile("PMC[0-9]{4,}");

    @Test
    void theListOfFilesIsWhole() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/seed"))) {
            Set<String> shipped =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            shipped.remove("reasons.tsv");
            assertEquals(new TreeSet<>(FILES), shipped);
        }
    }

    @Test
    void everyRowOfFactsNamesASourceThatIsThere() {
        Set<String> known = new TreeSet<>(column("sources.tsv", "id"));
        int checked = 0;
        for (String file : SOURCED) {
            String name = Seeds.lines(file).get(0).contains("\tsources") ? "sources" : "source";
            int line = 1;
            for (String cell : column(file, name)) {
                line++;
                assertTrue(!cell.isBlank(), file + ":" + line + " names no source");
                for (String key : cell.split("; ")) {
                    assertTrue(known.contains(key), file + ":" + line + " names " + key);
                    checked++;
                }
            }
        }
        assertTrue(checked > 1000, "only " + checked + " keys were looked at");
    }

    @Test
    void everySourceSaysItsLicenceOrThatItIsUnknown() {
        assertEquals(
                Set.of("CC-BY-4.0", "CC-BY-SA", "NON-COMMERCIAL", "OWN-TERMS", "UNKNOWN"),
                new TreeSet<>(column("sources.tsv", "licence")));
    }

    /** The facts are not part of the repository; where they are absent this test says so and is skipped. */
    @Test
    void everyPaperOfTheSeedsStandsInTheFacts() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FACTS), "the facts are not here: " + FACTS.toAbsolutePath());
        String facts = facts();
        Set<String> numbers = found(Pattern.compile("(?<![0-9])[0-9]{5,9}(?![0-9])"), 0, facts);
        List<String> strangers = new ArrayList<>();
        TreeMap<String, Integer> checked = new TreeMap<>();
        for (String file : FILES) {
            String text = String.join("\n", Seeds.lines(file));
            for (String pmid : found(PMID, 1, text)) {
                look(file, "PMID:" + pmid, numbers.contains(pmid), strangers);
                checked.merge("PMID", 1, Integer::sum);
            }
            for (String doi : found(DOI, 1, text)) {
                // The facts write a DOI with or without the address it was read at.
                look(file, "DOI:" + doi, facts.contains(doi) || facts.contains(doi.replace("/", "%2F")), strangers);
                checked.merge("DOI", 1, Integer::sum);
            }
            for (String pmc : found(PMC, 0, text)) {
                look(file, pmc, facts.contains(pmc), strangers);
                checked.merge("PMC", 1, Integer::sum);
            }
        }
        assertEquals(List.of(), strangers, "papers that the facts do not name");
        assertTrue(checked.get("PMID") > 300 && checked.get("DOI") > 30 && checked.get("PMC") > 5, checked.toString());
    }

    private static void look(String file, String paper, boolean stands, List<String> strangers) {
        if (!stands) {
            strangers.add(file + " " + paper);
        }
    }

    private static String facts() throws IOException {
        StringBuilder facts = new StringBuilder();
        try (Stream<Path> files = Files.list(FACTS)) {
            for (Path file : files.sorted().toList()) {
                facts.append(Files.readString(file)).append('\n');
            }
        }
        return facts.toString();
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            found.add(match.group(group));
        }
        return found;
    }

    private static List<String> column(String file, String name) {
        List<String> lines = Seeds.lines(file);
        int index = List.of(lines.get(0).split("\t", -1)).indexOf(name);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split("\t", -1)[index])
                .toList();
    }
}
