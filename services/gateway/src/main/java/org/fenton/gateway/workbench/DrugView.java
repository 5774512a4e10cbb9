package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fenton.gateway.workbench.Understanding.Fact;

/** The catalog's page of a drug. */
public record DrugView(
        String id,
        String name,
        String synonyms,
        boolean hasStructure,
        boolean offered,
        String notOffered,
        List<State> states,
        PotencyPlot plot,
        List<Potency> potencies,
        List<String> conflicts,
        List<Fact> facts,
        List<Fact> regulatory,
        List<Said> statements,
        boolean complete) {
    /** How it stands in one class. */
    public record State(
            String as,
            String state,
            String evidence,
            String because,
            String ranking,
            String patients,
            Reference statement) {}

    public record Potency(String node, String effect, boolean contested, String range, String values) {}

    public record Said(Reference statement, String text, int studiesFor, int studiesAgainst, boolean opposed) {}

    private static final List<String> TEXTS = List.of(
            "approvalText",
            "boxedWarning",
            "toxicity",
            "metabolism",
            "interactions",
            "dose",
            "potencyText",
            "ferroptosisText",
            "note",
            "inchiKey",
            "smiles");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("approvalText", "approval, as recorded"),
            Map.entry("potencyText", "potency, as recorded"),
            Map.entry("ferroptosisText", "ferroptosis, as recorded"),
            Map.entry("inchiKey", "InChIKey"),
            Map.entry("smiles", "SMILES"),
            Map.entry("chembl", "ChEMBL"),
            Map.entry("pubchem", "PubChem"),
            Map.entry("drugbank", "DrugBank"),
            Map.entry("cas", "CAS"));

    static DrugView of(JsonNode drug) {
        List<State> states = new ArrayList<>();
        drug.path("states").forEach(state -> states.add(state(state)));
        List<Potency> potencies = new ArrayList<>();
        drug.path("potency").forEach(potency -> potencies.add(potency(potency)));
        List<String> conflicts = new ArrayList<>();
        drug.path("conflicts").forEach(each -> conflicts.add(each.path("text").asText()));
        List<Said> statements = new ArrayList<>();
        drug.path("statements").forEach(each -> statements.add(said(each)));
        return new DrugView(
                drug.path("id").asText(),
                drug.path("name").asText(),
                String.join(", ", FactView.texts(drug.path("synonyms"))),
                drug.hasNonNull("smiles"),
                drug.at("/patientUse/allowed").asBoolean(),
                drug.at("/patientUse/reason").asText(""),
                states,
                PotencyPlot.of(drug),
                potencies,
                conflicts,
                facts(drug),
                regulatory(drug),
                statements,
                drug.path("statementsComplete").asBoolean(true));
    }

    private static State state(JsonNode state) {
        return new State(
                DrugFacts.kind(state.path("as").asText()),
                DrugFacts.lower(state.path("state").asText()),
                state.at("/evidence/studiesFor").asInt() + " for, "
                        + state.at("/evidence/studiesAgainst").asInt() + " against",
                state.path("because").asText(""),
                state.at("/consequence/ranking").asText(""),
                state.at("/consequence/patients").asText(""),
                new Reference(
                        state.path("statement").asText(""),
                        "/workbench/facts/"
                                + Reference.encoded(state.path("statement").asText(""))));
    }

    private static Potency potency(JsonNode potency) {
        List<String> values = new ArrayList<>();
        potency.path("values")
                .forEach(value -> values.add((value.path("relation").asText("=").equals("=")
                                ? ""
                                : value.path("relation").asText() + " ")
                        + Numbers.significant(value.path("nanomolar").asDouble()) + " nM, "
                        + value.path("assay").asText()));
        boolean exact = potency.hasNonNull("lowestNanomolar");
        String low = exact ? Numbers.significant(potency.path("lowestNanomolar").asDouble()) : "";
        String high =
                exact ? Numbers.significant(potency.path("highestNanomolar").asDouble()) : "";
        return new Potency(
                potency.path("node").asText(),
                DrugFacts.lower(potency.path("effect").asText()),
                potency.path("contested").asBoolean(),
                !exact ? "bounds only" : low.equals(high) ? low + " nM" : low + " to " + high + " nM",
                String.join("; ", values));
    }

    private static Said said(JsonNode statement) {
        String id = statement.path("id").asText();
        return new Said(
                new Reference(id, "/workbench/facts/" + Reference.encoded(id)),
                statement.path("statement").asText(),
                statement.at("/evidence/studiesFor").asInt(),
                statement.at("/evidence/studiesAgainst").asInt(),
                !statement.path("opposedBy").isEmpty());
    }

    private static List<Fact> facts(JsonNode drug) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("approval", DrugFacts.lower(drug.path("approval").asText())));
        facts.add(new Fact("classes", String.join(", ", FactView.texts(drug.path("classes")))));
        facts.add(new Fact(
                "exposure",
                DrugFacts.lower(drug.at("/exposure/reachable").asText()) + ": "
                        + drug.at("/exposure/text").asText("no text"),
                drug.at("/atFreeCmax/because").asText("")));
        for (String name : TEXTS) {
            if (drug.hasNonNull(name)) {
                facts.add(new Fact(
                        WORDS.getOrDefault(name, FactView.words(name)),
                        drug.path(name).asText()));
            }
        }
        drug.path("identifiers").properties().forEach(id -> {
            if (!id.getValue().isNull()) {
                facts.add(new Fact(
                        WORDS.getOrDefault(id.getKey(), id.getKey()),
                        id.getValue().asText()));
            }
        });
        return facts;
    }

    private static List<Fact> regulatory(JsonNode drug) {
        List<Fact> decisions = new ArrayList<>();
        for (JsonNode row : drug.path("regulatory")) {
            decisions.add(new Fact(
                    row.path("jurisdiction").asText() + " "
                            + row.path("decided").asText("date not stated"),
                    DrugFacts.lower(row.path("status").asText()) + " "
                            + row.path("product").asText("") + " "
                            + row.path("indication").asText(""),
                    ""));
        }
        return decisions;
    }
}
