package org.fenton.gateway.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseDraft.Part;
import org.fenton.gateway.intake.Codes;

/** Reads a patient's resources as a case. What is not coded in a known way is listed as unused, never guessed at. */
public final class CaseFromFhir {
    private static final Set<String> NOT_MEANT = Set.of("refuted", "entered-in-error");
    private static final Set<String> OVER = Set.of("inactive", "remission", "resolved");
    private static final Set<String> READ =
            Set.of("Patient", "Condition", "Observation", "MedicationRequest", "MedicationStatement", "Medication");

    private final FhirRecord record;
    private final LocalDate today;
    private final CaseDraft draft = new CaseDraft();
    private final MedicationReader medications;
    private final ObservationReader observations;

    public CaseFromFhir(FhirRecord record, Knowledge knowledge, LocalDate today) {
        this.record = record;
        this.today = today;
        this.medications = new MedicationReader(record, knowledge, draft);
        this.observations = new ObservationReader(record, draft);
    }

    public CaseDraft draft() {
        conditions();
        observations.read();
        medications.read();
        patients();
        for (FhirRecord.Entry entry : record.entries()) {
            if (!READ.contains(entry.resource().type())) {
                draft.unused(
                        entry.resource().path(),
                        "a " + entry.resource().type() + " is no part of a case; read are "
                                + String.join(", ", new TreeSet<>(READ)));
            }
        }
        return draft;
    }

    /** References to the observations that the pathway state was read from. */
    public List<String> stateReferences() {
        return observations.stateReferences();
    }

    private void conditions() {
        List<FhirElement> tumours = new ArrayList<>();
        for (FhirRecord.Entry entry : record.of("Condition")) {
            FhirElement condition = entry.resource();
            if (isOneOf(condition.at("verificationStatus"), NOT_MEANT)) {
                continue;
            }
            var code = condition.at("code").codingOf(Codes.ONCOTREE);
            if (code.isEmpty()) {
                draft.unused(condition.path() + ".code", "no OncoTree code (system " + Codes.ONCOTREE + ")");
            } else if (isOneOf(condition.at("clinicalStatus"), OVER)) {
                draft.unused(condition.path() + ".clinicalStatus", "the condition is not active");
            } else {
                tumours.add(code.get());
            }
        }
        Set<String> codes = new TreeSet<>();
        tumours.forEach(tumour -> codes.add(tumour.text("code")));
        if (codes.size() > 1) {
            draft.problem(
                    Part.TUMOUR,
                    tumours.get(1).path(),
                    "more than one tumour is active: " + String.join(", ", codes),
                    "send the one that stopped responding");
        } else if (!tumours.isEmpty()) {
            draft.put("oncotree", tumours.get(0).text("code"), tumours.get(0).path() + ".code");
        }
    }

    private static boolean isOneOf(FhirElement status, Set<String> codes) {
        return status.codings().stream().anyMatch(coding -> codes.contains(coding.text("code")));
    }

    /** An age that was observed wins: it does not change with the day of the question. */
    private void patients() {
        List<FhirRecord.Entry> patients = record.of("Patient");
        if (patients.size() > 1) {
            draft.problem(
                    Part.TUMOUR, patients.get(1).resource().path(), "more than one patient", "one patient a request");
        }
        if (patients.isEmpty() || draft.has("ageYears")) {
            return;
        }
        FhirElement patient = patients.get(0).resource();
        String born = patient.text("birthDate");
        if (born.isEmpty()) {
            return;
        }
        String place = patient.path() + ".birthDate";
        try {
            LocalDate birth = LocalDate.parse(born);
            int years = Period.between(birth, today).getYears();
            if (birth.isAfter(today)) {
                draft.problem(Part.PATIENT, place, "the birth date lies in the future", "");
            } else {
                draft.put("ageYears", com.fasterxml.jackson.databind.node.IntNode.valueOf(years), place);
            }
        } catch (DateTimeException partial) {
            draft.unused(place, "not a whole date, so the age stays unknown; an age can be sent as LOINC 30525-0");
        }
    }
}
