package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.ClassTerm;
import org.fenton.core.ranking.Offers;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.ranking.TermKind;

/** Reads a ranking policy strictly; the shipped one is {@code fenton-policy-1.json} beside this class. */
public final class PolicyReader {
    private final List<DocumentException.Problem> problems = new ArrayList<>();
    private final Strict document;

    private PolicyReader(JsonNode root) {
        this.document = new Strict(root, "", problems);
        stopOnProblems();
    }

    public static RankingPolicy shipped() {
        try (InputStream in = PolicyReader.class.getResourceAsStream("fenton-policy-1.json")) {
            return read(in.readAllBytes());
        } catch (IOException impossible) {
            throw new IllegalStateException("the shipped policy is in the jar", impossible);
        }
    }

    /** @throws DocumentException with every problem, or {@link IllegalArgumentException} naming what is missing or out of range */
    public static RankingPolicy read(byte[] utf8) {
        return new PolicyReader(Json.parse(utf8)).read();
    }

    private RankingPolicy read() {
        document.allow("id", "comment", "weights", "unknownDoubt", "penalties", "terms", "groups", "goals", "offers");
        String id = document.required("id");
        List<ClassTerm> classTerms = new ArrayList<>();
        document.objects("terms", (term, place) -> {
            classTerms.add(classTerm(classTerms.size(), term));
            return Optional.empty();
        });
        List<TermKind> kinds = new ArrayList<>(List.of(TermKind.values()));
        classTerms.forEach(term -> kinds.add(term.kind()));
        OffersReader offers = new OffersReader(document);
        Map<SafetyRule.Action, Double> penalties = new EnumMap<>(SafetyRule.Action.class);
        for (SafetyRule.Action action : SafetyRule.Action.values()) {
            if (action != SafetyRule.Action.STOP) {
                penalties.put(action, number(document.raw().path("penalties"), action.name()));
            }
        }
        Offers read = offers.read();
        Map<TermKind, Double> weights = byTerm("weights", kinds);
        Map<TermKind, Double> unknownDoubt = byTerm("unknownDoubt", kinds);
        stopOnProblems();
        return new RankingPolicy(id, weights, unknownDoubt, penalties, classTerms, read);
    }

    private static ClassTerm classTerm(int number, Strict term) {
        term.allow("name", "definition", "doesNotMean", "classes", "reads");
        List<String> classes = term.texts("classes").orElse(List.of());
        if (classes.isEmpty()) {
            term.problem("/classes", "is missing", "the classes of drugs that have the term");
        }
        return ClassTerm.at(
                number,
                new ClassTerm.Wording(term.required("name"), term.required("definition"), term.required("doesNotMean")),
                new HashSet<>(classes),
                term.required("reads"));
    }

    private Map<TermKind, Double> byTerm(String name, List<TermKind> kinds) {
        Map<TermKind, Double> values = new TreeMap<>();
        if (document.has(name)) {
            document.object(name).allow(kinds.stream().map(TermKind::label).toArray(String[]::new));
        }
        kinds.forEach(kind -> values.put(kind, number(document.raw().path(name), kind.label())));
        return values;
    }

    private static double number(JsonNode object, String name) {
        return object.path(name).isNumber() ? object.get(name).doubleValue() : Double.NaN;
    }

    private void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
    }
}
