package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Term;
import org.fenton.documents.RankingWriter;
import org.fenton.gateway.intake.Codes;
import org.fenton.gateway.ranking.RankingService.Answer;

/**
 * One candidate as an Observation in the shape of the genomics-reporting guide's therapeutic implication: a component of
 * LOINC 51963-7 for each drug of the combination, 93044-6 for the evidence and 81259-4 for the context. It does not claim
 * that profile, which asks for variants; its status is preliminary, because it is a hypothesis.
 */
final class TherapeuticImplication {
    static final String RANKING = "urn:fenton:cs:ranking";
    static final String TERM = "urn:fenton:cs:term";
    private static final String GENOMICS = "http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final Answer answer;
    private final String subject;
    private final List<String> derivedFrom;

    TherapeuticImplication(Answer answer, String subject, List<String> derivedFrom) {
        this.answer = answer;
        this.subject = subject;
        this.derivedFrom = derivedFrom;
    }

    static String urn(Answer answer, RankedCandidate candidate) {
        return Fhir.urn(answer.id() + "/" + candidate.combination());
    }

    ObjectNode of(RankedCandidate candidate) {
        ObjectNode observation = Fhir.resource("Observation");
        observation
                .putArray("identifier")
                .addObject()
                .put("system", "urn:fenton:ranking")
                .put("value", answer.id() + "/" + candidate.combination());
        observation.put("status", "preliminary");
        observation.putArray("category").add(Fhir.concept("", Fhir.coding(CATEGORY, "laboratory")));
        observation.set(
                "code", Fhir.concept("Therapeutic implication", Fhir.coding(GENOMICS, "therapeutic-implication")));
        if (!subject.isEmpty()) {
            observation.set("subject", Fhir.reference(subject));
        }
        ArrayNode notes = observation.putArray("note");
        notes.addObject().put("text", RankingWriter.RESEARCH_USE);
        candidate.reasons().forEach(reason -> notes.addObject().put("text", "For: " + reason));
        candidate.against().forEach(reason -> notes.addObject().put("text", "Against: " + reason));
        if (!derivedFrom.isEmpty()) {
            ArrayNode sources = observation.putArray("derivedFrom");
            derivedFrom.forEach(reference -> sources.add(Fhir.reference(reference)));
        }
        components(candidate, observation.putArray("component"));
        return observation;
    }

    private void components(RankedCandidate candidate, ArrayNode components) {
        for (String id : candidate.combination().drugs()) {
            add(components, loinc("51963-7", "Medication assessed"), "valueCodeableConcept", drug(id));
        }
        add(components, loinc("93044-6", "Level of evidence"), "valueCodeableConcept", evidence(candidate.lane()));
        add(components, loinc("81259-4", "Associated phenotype"), "valueCodeableConcept", context());
        add(
                components,
                own("outlook"),
                "valueCodeableConcept",
                Fhir.concept("", Fhir.coding(RANKING, candidate.outlook().name())));
        add(components, own("rank"), "valueInteger", IntNode.valueOf(candidate.rank()));
        add(components, own("band"), "valueInteger", IntNode.valueOf(candidate.band()));
        add(components, own("score"), "valueQuantity", Fhir.points(candidate.score()));
        ObjectNode interval = JsonNodeFactory.instance.objectNode();
        interval.set("low", Fhir.points(candidate.lower()));
        interval.set("high", Fhir.points(candidate.upper()));
        add(components, own("interval"), "valueRange", interval);
        for (Term term : candidate.ledger().terms()) {
            add(components, term(term), "valueQuantity", Fhir.points(term.contribution()));
        }
    }

    private static void add(ArrayNode components, ObjectNode code, String member, JsonNode value) {
        ObjectNode component = components.addObject();
        component.set("code", code);
        component.set(member, value);
    }

    private static ObjectNode loinc(String code, String text) {
        return Fhir.concept(text, Fhir.coding(Codes.LOINC, code));
    }

    private static ObjectNode own(String code) {
        return Fhir.concept("", Fhir.coding(RANKING, code));
    }

    private static ObjectNode term(Term term) {
        return Fhir.concept(
                "Contribution: " + term.kind().definition(),
                Fhir.coding(TERM, term.kind().name().toLowerCase(Locale.ROOT)));
    }

    private ObjectNode drug(String id) {
        Drug drug = answer.knowledge().drug(id);
        return Fhir.concept(drug.name(), Fhir.coding(Codes.DRUG, id).put("display", drug.name()));
    }

    private static ObjectNode evidence(Lane lane) {
        String text =
                switch (lane) {
                    case CLINICAL -> "tested in patients with this disease";
                    case EXPERIMENTAL -> "tested in models of this disease";
                    case PREDICTED -> "hypothesis from mechanism and model";
                };
        return Fhir.concept(text, Fhir.coding("urn:fenton:cs:lane", lane.name()));
    }

    private ObjectNode context() {
        var tumourCase = answer.document().tumourCase();
        String failed = tumourCase
                .failedDrug()
                .map(drug -> ", no longer responding to " + drug)
                .orElse("");
        return tumourCase
                .oncotree()
                .map(code -> Fhir.concept(
                        answer.knowledge()
                                        .tumour(code)
                                        .map(tumour -> tumour.name())
                                        .orElse(code)
                                + failed,
                        Fhir.coding(Codes.ONCOTREE, code)))
                .orElseGet(() -> Fhir.concept(tumourCase.tissueScope().orElse("") + failed));
    }
}
