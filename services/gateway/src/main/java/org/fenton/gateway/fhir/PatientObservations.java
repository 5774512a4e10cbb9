package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.core.tumour.LabUnits;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseDraft.Part;
import org.fenton.documents.intake.Labs;
import org.fenton.gateway.fhir.ObservationReader.Fact;
import org.fenton.gateway.intake.Codes;

/** Reads what is known of the patient: labs in their unit, age, pregnancy, genotypes, and the facts of {@link Codes#CASE}. */
final class PatientObservations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Pregnancy status: LOINC answers and SNOMED CT findings; any other answer stays unknown. */
    private static final Map<String, Boolean> PREGNANCY = Map.of(
            Codes.LOINC + "|LA15173-0", true,
            Codes.LOINC + "|LA26683-5", false,
            Codes.SNOMED + "|77386006", true,
            Codes.SNOMED + "|60001007", false);

    private final CaseDraft draft;

    PatientObservations(CaseDraft draft) {
        this.draft = draft;
    }

    void read(Fact fact) {
        switch (fact.system()) {
            case Codes.LAB -> lab(fact);
            case Codes.ALTERATION -> paired(fact, "alterations", "effect", Codes.ALTERATION_EFFECT);
            case Codes.GENOTYPE -> paired(fact, "genotypes", "phenotype", Codes.PHENOTYPE);
            default -> caseFact(fact);
        }
    }

    private void lab(Fact fact) {
        FhirElement observation = fact.observation();
        if (LabUnits.unitOf(fact.code()).isEmpty()) {
            draft.problem(
                    Part.PATIENT,
                    observation.path() + ".code",
                    "'" + fact.code() + "' is no known laboratory value",
                    String.join(", ", LabUnits.names()));
            return;
        }
        Optional<BigDecimal> amount =
                quantity(fact).flatMap(sent -> inCaseUnit(fact, sent, observation.path() + ".value.code"));
        amount.ifPresent(value -> {
            JsonNode lab = NODES.objectNode()
                    .put("name", fact.code())
                    .put("value", value.doubleValue())
                    .put("unit", LabUnits.unitOf(fact.code()).orElseThrow());
            draft.add("labs", lab, observation.path());
        });
    }

    private Optional<BigDecimal> inCaseUnit(Fact fact, Labs.Sent sent, String place) {
        Optional<BigDecimal> amount = Labs.inCaseUnit(fact.code(), sent);
        if (amount.isEmpty()) {
            draft.problem(
                    Part.PATIENT,
                    place,
                    "'" + sent.unit() + "' is not the unit of " + fact.code(),
                    Labs.expected(fact.code()));
        }
        return amount;
    }

    /** A UCUM quantity without comparator; an observation without a value says nothing and is no fault. */
    private Optional<Labs.Sent> quantity(Fact fact) {
        FhirElement observation = fact.observation();
        FhirElement value = observation.choice("value", "Quantity");
        if (!value.exists()) {
            draft.unused(observation.path(), "no quantity: " + fact.code() + " stays unknown");
            return Optional.empty();
        }
        String wrong = value.decimal("value").isEmpty()
                ? "no number"
                : value.has("comparator")
                        ? "'" + value.text("comparator") + "' is a bound, not a value"
                        : value.text("system").equals(Codes.UCUM)
                                        && !value.text("code").isEmpty()
                                ? ""
                                : "the unit is not coded in UCUM";
        if (!wrong.isEmpty()) {
            String expected = fact.system().equals(Codes.LAB) ? Labs.expected(fact.code()) : "UCUM";
            draft.problem(Part.PATIENT, value.path(), wrong, expected);
            return Optional.empty();
        }
        return Optional.of(new Labs.Sent(
                value.decimal("value").orElseThrow(), value.text("code"), upperLimit(observation, value.text("code"))));
    }

    private static Optional<BigDecimal> upperLimit(FhirElement observation, String unit) {
        List<FhirElement> ranges = observation.items("referenceRange");
        if (ranges.size() != 1) {
            return Optional.empty();
        }
        FhirElement high = ranges.get(0).at("high");
        return high.text("code").equals(unit) ? high.decimal("value") : Optional.empty();
    }

    /** A gene with a coded value: an alteration's effect, a pharmacogene's phenotype. */
    private void paired(Fact fact, String list, String member, String system) {
        coded(fact, system).ifPresent(value -> {
            int index = draft.node().path(list).size();
            draft.add(
                    list,
                    NODES.objectNode().put("gene", fact.code()).put(member, value),
                    fact.observation().path());
            draft.from(
                    "/" + list + "/" + index + "/" + member, fact.observation().path() + ".value");
        });
    }

    private void caseFact(Fact fact) {
        switch (fact.code()) {
            case "age" -> age(fact);
            case "pregnant" -> pregnancy(fact);
            case "lactating" -> {
                JsonNode value = fact.observation().node().path("valueBoolean");
                if (value.isBoolean()) {
                    draft.put("lactating", value, fact.observation().path() + ".value");
                } else {
                    expected(fact, "valueBoolean");
                }
            }
            case "goal", "scope", "immunotherapy" ->
                coded(fact, Codes.CASE + ":" + fact.code())
                        .ifPresent(value ->
                                draft.put(fact.code(), value, fact.observation().path() + ".value"));
            case "history", "organs" -> list(fact);
            default ->
                draft.problem(
                        Part.PATIENT,
                        fact.observation().path() + ".code",
                        "'" + fact.code() + "' is no fact of a case",
                        "age, goal, history, immunotherapy, lactating, organs, pregnant or scope");
        }
    }

    private void age(Fact fact) {
        quantity(fact).ifPresent(sent -> {
            if (sent.unit().equals("a")) {
                draft.put(
                        "ageYears",
                        NODES.numberNode(sent.value().doubleValue()),
                        fact.observation().path() + ".value");
            } else {
                draft.problem(
                        Part.PATIENT,
                        fact.observation().path() + ".value.code",
                        "'" + sent.unit() + "' is not the unit of an age",
                        "UCUM a");
            }
        });
    }

    private void pregnancy(Fact fact) {
        for (FhirElement coding :
                fact.observation().choice("value", "CodeableConcept").codings()) {
            Boolean pregnant = PREGNANCY.get(coding.text("system") + "|" + coding.text("code"));
            if (pregnant != null) {
                draft.put(
                        "pregnant",
                        BooleanNode.valueOf(pregnant),
                        fact.observation().path() + ".value");
                return;
            }
        }
        draft.unused(fact.observation().path() + ".value", "neither pregnant nor not pregnant: stays unknown");
    }

    /** A whole list: what is not in it is not the case, so an Observation without components says "none". */
    private void list(Fact fact) {
        draft.list(fact.code());
        draft.from("/" + fact.code(), fact.observation().path());
        for (FhirElement component : fact.observation().items("component")) {
            component
                    .at("code")
                    .codingOf(Codes.CASE + ":" + fact.code())
                    .ifPresentOrElse(
                            coding -> draft.add(fact.code(), TextNode.valueOf(coding.text("code")), coding.path()),
                            () -> draft.problem(
                                    Part.PATIENT,
                                    component.path() + ".code",
                                    "no entry of the list",
                                    "a coding of system " + Codes.CASE + ":" + fact.code()));
        }
    }

    private Optional<String> coded(Fact fact, String system) {
        Optional<FhirElement> coding =
                fact.observation().choice("value", "CodeableConcept").codingOf(system);
        if (coding.isEmpty()) {
            expected(fact, "valueCodeableConcept with a coding of system " + system);
        }
        return coding.map(value -> value.text("code"));
    }

    private void expected(Fact fact, String what) {
        draft.problem(
                Part.PATIENT,
                fact.observation().path() + ".value",
                "the value of " + fact.code() + " cannot be read",
                what);
    }
}
