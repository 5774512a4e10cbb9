package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.fenton.gateway.workbench.Understanding.Fact;

/** The card of a bundle of heads, which answer pairs of drugs in cell lines, as people read it. */
public record HeadsView(
        String name,
        String bundle,
        String roles,
        List<String> intended,
        List<String> notIntended,
        List<String> limits,
        List<Head> heads) {
    /**
     * @param groups how it did on held-out rows, by what it knew of drugs and line
     * @param tissues how its intervals and its abstention did in the lines of each
     */
    public record Head(
            String name,
            String predicts,
            List<Fact> training,
            String nominal,
            List<Group> groups,
            List<Group> tissues) {}

    /** Measures of some held-out rows; a dash where the card has none. */
    public record Group(
            String name,
            String rows,
            String rocAuc,
            String brier,
            String calibrationError,
            String coverage,
            String abstained) {}

    static HeadsView of(JsonNode model, JsonNode card) {
        return new HeadsView(
                model.path("id").asText(),
                model.path("bundle").asText(),
                String.join(", ", FactView.texts(model.path("roles"))),
                FactView.texts(card.at("/notes/intendedUse")),
                FactView.texts(card.at("/notes/notIntendedUse")),
                FactView.texts(card.at("/notes/limits")),
                card.path("heads").properties().stream()
                        .map(head -> head(
                                head.getKey(),
                                head.getValue(),
                                card.path("evaluations").path(head.getKey())))
                        .toList());
    }

    private static Head head(String name, JsonNode head, JsonNode evaluation) {
        return new Head(
                name,
                head.path("definition").asText(),
                List.of(
                        new Fact("Screen", head.path("screen").asText("not stated")),
                        count("Rows", head.path("rows")),
                        count("Positive rows", head.path("positiveRows")),
                        count("Drugs", head.path("drugs")),
                        count("Cell lines", head.path("lines"))),
                number(evaluation.path("nominalCoverage"), 2),
                groups(evaluation.path("groups")),
                groups(evaluation.path("coverageByTissue")));
    }

    private static List<Group> groups(JsonNode groups) {
        return groups.properties().stream()
                .map(group -> {
                    JsonNode of = group.getValue();
                    JsonNode measures = of.path("measures");
                    return new Group(
                            group.getKey(),
                            Numbers.count(of.path("rows").asLong()),
                            number(measures.path("roc_auc"), 3),
                            number(measures.path("brier"), 3),
                            number(measures.path("calibration_error"), 3),
                            number(of.path("coverage"), 3),
                            number(of.path("abstained"), 3));
                })
                .toList();
    }

    private static Fact count(String name, JsonNode count) {
        return new Fact(name, count.isNumber() ? Numbers.count(count.asLong()) : "not stated");
    }

    private static String number(JsonNode number, int digits) {
        return number.isNumber() ? Numbers.fixed(number.asDouble(), digits) : "–";
    }
}
