package org.fenton.catalog.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenton.catalog.release.ShippedRelease;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.safety.Finding;
import org.fenton.core.safety.SafetyCheck;
import org.fenton.core.safety.SafetyCondition;
import org.fenton.core.safety.SafetyCondition.Atom;
import org.fenton.core.tumour.Patient;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the shipped release on the examples of rule-examples.tsv, by the evaluator that ranking uses. */
class RuleExamplesTest {
    private static final String NONE = "none";
    private static Knowledge knowledge;

    @BeforeAll
    static void readTheShippedRelease() throws IOException {
        knowledge = ReleaseReader.read(
                new ByteArrayInputStream(ShippedRelease.lines().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRuleAnswersAsTheExampleSays(Map<String, String> example) {
        Optional<Finding> finding = new SafetyCheck(knowledge, patient(example))
                .findings(Combination.parse(example.get("combination"))).stream()
                        .filter(found -> found.rule().id().equals(example.get("rule")))
                        .findFirst();
        switch (example.get("expect")) {
            case "FIRED" -> assertTrue(finding.map(Finding::fired).orElse(false), example::toString);
            case "UNKNOWN" -> {
                assertTrue(finding.map(Finding::unknown).orElse(false), example::toString);
                assertEquals(
                        new TreeSet<>(list(example, "missing").orElseThrow()),
                        finding.get().verdict().missing());
            }
            case "NOT_FIRED", "NOT_APPLICABLE" -> assertTrue(finding.isEmpty(), example::toString);
            default -> throw new AssertionError(example);
        }
    }

    /** A rule that never fires has no firing example, one that asks nothing of the patient no unknown one; no other lacks one. */
    @Test
    void everyRuleHasAFiringANonFiringAndAnUnknownExample() throws IOException {
        Map<String, Set<String>> expected = new HashMap<>();
        examples().forEach(example -> expected.computeIfAbsent(example.get("rule"), any -> new TreeSet<>())
                .add(example.get("expect").replace("NOT_APPLICABLE", "NOT_FIRED")));
        for (SafetyRule rule : knowledge.rules()) {
            Set<String> due = new TreeSet<>(Set.of("FIRED", "NOT_FIRED", "UNKNOWN"));
            if (rule.condition().equals("never")) {
                due.remove("FIRED");
            }
            if (List.of("never", "always").contains(rule.condition())) {
                due.remove("UNKNOWN");
            }
            assertEquals(due, expected.get(rule.id()), rule.id() + ": " + rule.condition());
        }
        assertEquals(knowledge.rules().size(), expected.size(), "an example of no rule");
    }

    /** Each way a rule can fire is shown: as many firing examples as clauses, and no two alike. */
    @Test
    void everyClauseHasItsFiringExample() throws IOException {
        Map<String, Long> firing = examples()
                .filter(example -> example.get("expect").equals("FIRED"))
                .distinct()
                .collect(Collectors.groupingBy(example -> example.get("rule"), Collectors.counting()));
        for (SafetyRule rule : knowledge.rules()) {
            if (!rule.condition().equals("never")) {
                int clauses = SafetyCondition.parse(rule.condition()).clauses().size();
                assertEquals(clauses, firing.get(rule.id()).intValue(), rule.id() + ": " + rule.condition());
            }
        }
    }

    /** What the rules must be able to ask (issue 5): each is asked by some rule of the release. */
    @Test
    void theRulesAskForEveryKindOfFact() {
        String conditions =
                knowledge.rules().stream().map(SafetyRule::condition).collect(Collectors.joining(" | "));
        for (String asked : List.of(
                "cyp3a4-strong-inhibitor",
                "cyp3a4-moderate-inhibitor",
                "cyp3a4-strong-inducer",
                "cyp2c9-inhibitor",
                "cyp2c19-strong-inhibitor",
                "qt-prolonging",
                "lab qtc",
                "lab platelets",
                "lab neutrophils",
                "history vte",
                "organ serious-infection",
                "genotype G6PD",
                "medication oxidant-haemolytic",
                "history thiamine-deficiency",
                "pregnant",
                "lactating",
                "age >=",
                "genotype CYP2C9",
                "genotype CYP2C19",
                "started")) {
            assertTrue(conditions.contains(asked), asked);
        }
        Set<Class<?>> atoms = new java.util.HashSet<>();
        knowledge.rules().forEach(rule -> SafetyCondition.parse(rule.condition())
                .clauses()
                .forEach(clause -> clause.forEach(atom -> atoms.add(atom.getClass()))));
        assertEquals(Set.of(Atom.class.getPermittedSubclasses()), atoms, "an atom of the grammar that no rule uses");
    }

    static Stream<Map<String, String>> examples() throws IOException {
        try (InputStream file = RuleExamplesTest.class.getResourceAsStream("/rule-examples.tsv")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> columns = List.of(lines.get(0).split("\t", -1));
            List<Map<String, String>> examples = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                Map<String, String> example = new TreeMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    if (!cells[i].isEmpty()) {
                        example.put(columns.get(i), cells[i]);
                    }
                }
                examples.add(example);
            }
            return examples.stream();
        }
    }

    private static Patient patient(Map<String, String> example) {
        return new Patient(
                example.containsKey("age")
                        ? OptionalDouble.of(Double.parseDouble(example.get("age")))
                        : OptionalDouble.empty(),
                truth(example, "pregnant"),
                truth(example, "lactating"),
                list(example, "medications"),
                Optional.ofNullable(example.get("immunotherapy")).map(Patient.Immunotherapy::valueOf),
                list(example, "labs").orElse(List.of()).stream()
                        .map(RuleExamplesTest::lab)
                        .toList(),
                list(example, "history"),
                list(example, "organs"),
                list(example, "genotypes").orElse(List.of()).stream()
                        .map(RuleExamplesTest::genotype)
                        .toList());
    }

    private static Optional<Boolean> truth(Map<String, String> example, String fact) {
        return Optional.ofNullable(example.get(fact)).map("yes"::equals);
    }

    private static Optional<List<String>> list(Map<String, String> example, String fact) {
        return Optional.ofNullable(example.get(fact))
                .map(cell -> cell.equals(NONE) ? List.of() : Arrays.asList(cell.split("; ")));
    }

    private static Patient.Lab lab(String text) {
        String[] words = text.split(" ");
        return new Patient.Lab(words[0], Double.parseDouble(words[1]), words[2]);
    }

    private static Patient.Genotype genotype(String text) {
        String[] words = text.split(" ");
        return new Patient.Genotype(words[0], words[1]);
    }
}
