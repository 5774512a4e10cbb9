package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fenton.core.behaviour.BehaviourCase;
import org.fenton.core.behaviour.Expectation;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.RankingPolicy;

/**
 * Reads behaviour cases: JSON lines, one case a line, blank lines and {@code #} comments between them. {@code case} is a case document whose
 * {@code format} may be left out and whose state may be written {@code "activities": {"STAT3": 4}, "genes": {"GPX4": 2}}
 * (CollecTRI activities and expression, as z-scores). Every drug, class and row is checked against the release.
 */
public final class BehaviourCaseReader {
    private static final int WITHIN = 10;

    private final Knowledge knowledge;
    private final RankingPolicy policy;
    private final Set<String> rows = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private BehaviourCaseReader(Knowledge knowledge, RankingPolicy policy) {
        this.policy = policy;
        this.knowledge = knowledge;
        knowledge.edges().forEach(row -> rows.add(row.id()));
        knowledge.contexts().forEach(row -> rows.add(row.id()));
        knowledge.resistance().forEach(row -> rows.add(row.id()));
        knowledge.combinations().forEach(row -> rows.add(row.id()));
        knowledge.rules().forEach(row -> rows.add(row.id()));
    }

    /** The suite that comes with this version. */
    public static List<BehaviourCase> shipped(Knowledge knowledge, RankingPolicy policy) throws IOException {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(BehaviourCaseReader.class.getResourceAsStream("behaviour.jsonl")),
                StandardCharsets.UTF_8)) {
            return read(text, knowledge, policy);
        }
    }

    /**
     * @param policy under which they are to be ranked
     * @throws DocumentException with every problem of the first line that has one
     */
    public static List<BehaviourCase> read(Reader text, Knowledge knowledge, RankingPolicy policy) throws IOException {
        BehaviourCaseReader reader = new BehaviourCaseReader(knowledge, policy);
        List<BehaviourCase> cases = new ArrayList<>();
        BufferedReader lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                cases.add(reader.atLine(number, line));
            }
        }
        return List.copyOf(cases);
    }

    private BehaviourCase atLine(int number, String line) {
        try {
            return read(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
        } catch (DocumentException problem) {
            throw new DocumentException(problem.problems().stream()
                    .map(one -> new DocumentException.Problem(
                            "line " + number + " " + one.pointer(), one.detail(), one.suggestion()))
                    .toList());
        }
    }

    private BehaviourCase read(JsonNode root) {
        List<DocumentException.Problem> problems = new ArrayList<>();
        Strict document = new Strict(root, "", problems);
        stopOn(problems);
        document.allow(Stream.concat(
                        Stream.of("id", "kind", "tests", "sources", "case", "within", "gap"),
                        Arrays.stream(Expectation.Asked.values()).map(Expectation.Asked::field))
                .toArray(String[]::new));
        String id = document.required("id");
        if (!ids.add(id)) {
            document.problem("/id", "'" + id + "' is already used", "");
        }
        document.required("kind");
        BehaviourCase.Kind kind =
                document.constant("kind", BehaviourCase.Kind.class).orElse(BehaviourCase.Kind.PACK);
        String tests = document.required("tests");
        List<String> sources = document.texts("sources").orElse(List.of());
        if (sources.isEmpty()) {
            document.problem("/sources", "is missing", "the rows of the facts that give the answer");
        }
        sources.stream()
                .filter(source -> source.matches("(R|C|K|E|SF)\\d{2,}") && !rows.contains(source))
                .forEach(source -> document.problem("/sources", source + " is no row of this release", ""));
        List<Expectation> expected = new ArrayList<>();
        for (Expectation.Asked asked : Expectation.Asked.values()) {
            document.texts(asked.field())
                    .ifPresent(of -> expected.add(
                            new Expectation(asked, asked == Expectation.Asked.ACCEPTABLE ? within(document) : 0, of)));
        }
        expected.forEach(one -> check(document, one));
        if (expected.isEmpty()) {
            document.problem("", "nothing is expected of it", "");
        }
        if (document.has("case")) {
            document.object("case");
        } else {
            document.problem("/case", "is missing", "");
        }
        stopOn(problems);
        CaseDocument full = CaseReader.read(full(root.get("case"), id), knowledge, policy);
        if (!full.preferences().areNone()) {
            document.problem("/case/preferences", "a behaviour case is ranked under the policy itself", "");
        }
        stopOn(problems);
        return new BehaviourCase(
                id,
                kind,
                tests,
                sources,
                full.tumourCase(),
                expected,
                document.text("gap").orElse(""));
    }

    private static int within(Strict document) {
        return (int) document.number("within").orElse(WITHIN);
    }

    private static void stopOn(List<DocumentException.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
    }

    /** A misspelt drug would pass as "not shown". */
    private void check(Strict document, Expectation expected) {
        for (String wanted : expected.of()) {
            String[] parts = wanted.split("\\|", -1);
            int least =
                    switch (expected.asked()) {
                        case LEFT_OUT, FIRES, SILENT, LANE, ABOVE -> 2;
                        case CITES -> 3;
                        default -> 1;
                    };
            String place = "/" + expected.asked().field();
            if (parts.length != least) {
                document.problem(place, "'" + wanted + "' has " + parts.length + " parts; " + least + " expected", "");
                return;
            }
            named(document, place, parts[0].strip());
            switch (expected.asked()) {
                case ABOVE -> named(document, place, parts[1].strip());
                case FIRES, SILENT -> row(document, place, parts[1].strip());
                default -> {}
            }
        }
    }

    private void row(Strict document, String place, String id) {
        if (!rows.contains(id)) {
            document.problem(place, id + " is no row of this release", "");
        }
    }

    private void named(Strict document, String place, String wanted) {
        if (wanted.startsWith("class:")) {
            if (!knowledge.isClass(wanted.substring("class:".length()))) {
                document.problem(place, wanted + " is no class of this release", "");
            }
            return;
        }
        for (String drug : wanted.replaceFirst("^with:", "").split("\\+", -1)) {
            if (knowledge.drugs().stream().noneMatch(known -> known.id().equals(drug))) {
                document.problem(
                        place,
                        "'" + drug + "' is no drug id of this release",
                        String.join(", ", knowledge.closeDrugNames(drug)));
            }
        }
    }

    private static byte[] full(JsonNode brief, String id) {
        ObjectNode document = ((ObjectNode) brief).deepCopy();
        document.put("format", CaseReader.FORMAT);
        document.put("label", id);
        JsonNode activities = document.remove("activities");
        JsonNode genes = document.remove("genes");
        if (activities != null || genes != null) {
            ObjectNode reported = document.putObject("reported");
            reported.put("scale", "zscore");
            ArrayNode list = reported.putArray("activities");
            if (activities != null) {
                activities.properties().forEach(member -> list.addObject()
                        .put("network", "collectri")
                        .put("source", member.getKey())
                        .set("score", member.getValue()));
            }
            if (genes != null) {
                reported.set("genes", genes);
            }
        }
        return CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8);
    }
}
