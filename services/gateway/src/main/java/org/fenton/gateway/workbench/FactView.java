package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * One row of the release: what it says, the claims behind it, and a form to say that it is wrong.
 *
 * @param report the form, as it was filled in
 */
public record FactView(
        String id,
        String kind,
        String title,
        List<Line> lines,
        List<Claim> claims,
        String evidence,
        List<Reference> opposed,
        StepForm report) {
    public record Line(String name, String value, List<Reference> references) {}

    public record Claim(
            String id,
            Reference study,
            String direction,
            String level,
            String strength,
            String scopes,
            boolean inferred) {
        public String encodedId() {
            return Reference.encoded(id);
        }
    }

    public String encodedId() {
        return Reference.encoded(id);
    }

    static String type(String id) {
        if (id.startsWith("SF")) {
            return "rule";
        }
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'E' -> "edge";
            case 'R' -> "resistance";
            case 'C' -> "context";
            case 'K' -> "combination";
            default -> "rule";
        };
    }

    static List<Line> lines(JsonNode row) {
        List<Line> lines = new ArrayList<>();
        row.properties().forEach(member -> {
            String name = member.getKey();
            if (!name.equals("type") && !name.equals("id")) {
                boolean studies = name.equals("studies");
                lines.add(new Line(
                        words(name),
                        studies ? "" : text(member.getValue()),
                        studies ? Reference.of(texts(member.getValue())) : List.of()));
            }
        });
        return lines;
    }

    static List<Claim> claims(JsonNode statement) {
        List<Claim> claims = new ArrayList<>();
        for (JsonNode said : statement.path("saidBy")) {
            JsonNode claim = said.path("claim");
            claims.add(new Claim(
                    claim.path("id").asText(),
                    Reference.of(claim.path("study").asText()),
                    DrugFacts.lower(claim.path("direction").asText()),
                    DrugFacts.lower(claim.path("level").asText("not stated")),
                    DrugFacts.lower(claim.path("strength").asText("")),
                    String.join(", ", texts(claim.path("scopes"))),
                    claim.path("inferred").asBoolean()));
        }
        return claims;
    }

    static String evidence(JsonNode statement) {
        JsonNode counted = statement.path("evidence");
        if (counted.isMissingNode()) {
            return "";
        }
        return counted.path("studiesFor").asInt() + " distinct paper(s) for it, "
                + counted.path("studiesAgainst").asInt() + " against, "
                + counted.path("inferences").asInt() + " inferences of the curator (never counted)";
    }

    static List<Reference> opposed(JsonNode statement) {
        List<Reference> opposed = new ArrayList<>();
        statement
                .path("opposedBy")
                .forEach(other ->
                        opposed.add(Reference.of(other.path("statement").asText())));
        return opposed;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    static String text(JsonNode value) {
        if (value.isArray()) {
            StringJoiner joined = new StringJoiner("; ");
            value.forEach(each -> joined.add(text(each)));
            return joined.toString();
        }
        if (value.isObject()) {
            StringJoiner joined = new StringJoiner(", ");
            value.properties().forEach(member -> joined.add(words(member.getKey()) + " " + text(member.getValue())));
            return joined.toString();
        }
        return value.asText();
    }

    /** {@code actionText} is read as "action text". */
    static String words(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
