package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseDraft.Part;
import org.fenton.documents.intake.Medicines;
import org.fenton.gateway.intake.Codes;

/** Reads what the patient takes, and which drug the tumour stopped responding to. */
final class MedicationReader {
    private static final Set<String> ORDERS =
            Set.of("order", "original-order", "reflex-order", "filler-order", "instance-order");
    private static final Set<String> NEVER_TAKEN =
            Set.of("entered-in-error", "not-taken", "cancelled", "draft", "intended");
    private static final String IPS_ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

    private final FhirRecord record;
    private final Knowledge knowledge;
    private final CaseDraft draft;

    /** A drug that the tumour stopped responding to, and until when it was given. */
    private record Failure(String name, String place, Optional<Instant> until) {}

    MedicationReader(FhirRecord record, Knowledge knowledge, CaseDraft draft) {
        this.record = record;
        this.knowledge = knowledge;
        this.draft = draft;
    }

    void read() {
        TreeMap<String, String> current = new TreeMap<>();
        List<Failure> failures = new ArrayList<>();
        boolean given = false;
        for (FhirRecord.Entry entry : record.entries()) {
            FhirElement medication = entry.resource();
            boolean request = medication.type().equals("MedicationRequest");
            if (!request && !medication.type().equals("MedicationStatement")) {
                continue;
            }
            if (NEVER_TAKEN.contains(medication.text("status")) || (request && !isOrder(medication))) {
                continue;
            }
            given = true;
            if (medication.at("medicationCodeableConcept").isCodedAs(IPS_ABSENT, "no-known-medications")) {
                continue;
            }
            Optional<String> name = name(medication);
            if (name.isEmpty()) {
                draft.problem(
                        Part.PATIENT,
                        medication.path() + ".medication",
                        "the medicine has no name that can be read",
                        "medicationCodeableConcept with a text or a coding with display");
                continue;
            }
            if (endedByResistance(medication)) {
                failures.add(new Failure(name.get(), medication.path() + ".medication", until(medication)));
            }
            if (medication.text("status").equals("active")) {
                current.putIfAbsent(name.get(), medication.path() + ".medication");
            }
        }
        if (given) {
            draft.list("medications");
            current.forEach((name, place) -> draft.add("medications", TextNode.valueOf(name), place));
        }
        failed(failures);
    }

    private static boolean isOrder(FhirElement request) {
        return ORDERS.contains(request.text("intent"))
                && !request.node().path("doNotPerform").asBoolean(false);
    }

    /** The name under which the release knows the medicine, else its text. */
    Optional<String> name(FhirElement medication) {
        FhirElement concept = medication.at("medicationCodeableConcept");
        String reference = medication.at("medicationReference").text("reference");
        if (!concept.exists() && !reference.isEmpty()) {
            concept = record.medication(medication, reference)
                    .map(found -> found.at("code"))
                    .orElse(concept);
        }
        Optional<FhirElement> own = concept.codingOf(Codes.DRUG);
        if (own.isPresent()) {
            String id = own.get().text("code");
            return Optional.of(knowledge.findDrug(id).map(Drug::name).orElse(id));
        }
        List<String> texts = new ArrayList<>();
        concept.codings().forEach(coding -> texts.add(coding.text("display")));
        texts.add(concept.text("text"));
        texts.add(medication.at("medicationReference").text("display"));
        texts.removeIf(String::isEmpty);
        return Medicines.name(texts, knowledge);
    }

    private static boolean endedByResistance(FhirElement medication) {
        return medication.at("statusReason").isCodedAs(Codes.THERAPY_OUTCOME, "resistance")
                || medication.items("statusReason").stream()
                        .anyMatch(reason -> reason.isCodedAs(Codes.THERAPY_OUTCOME, "resistance"));
    }

    private static Optional<Instant> until(FhirElement medication) {
        return FhirTime.parse(medication.at("effectivePeriod").text("end"))
                .or(() -> FhirTime.parse(medication.text("effectiveDateTime")))
                .or(() -> FhirTime.parse(medication.text("authoredOn")));
    }

    /** A case names one drug: the last one that failed. */
    private void failed(List<Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        List<Failure> sorted = failures.stream()
                .sorted(Comparator.comparing(
                                (Failure failure) -> failure.until().orElse(Instant.MIN))
                        .reversed())
                .toList();
        Failure last = sorted.get(0);
        boolean sameTime = sorted.size() > 1
                && !sorted.get(1).name().equals(last.name())
                && sorted.get(1).until().equals(last.until());
        if (sameTime) {
            draft.problem(
                    Part.TUMOUR,
                    sorted.get(1).place(),
                    "two drugs failed and nothing says which was the last",
                    "state the end of each (effectivePeriod.end, or authoredOn of a request)");
            return;
        }
        sorted.stream()
                .skip(1)
                .filter(earlier -> !earlier.name().equals(last.name()))
                .forEach(earlier ->
                        draft.unused(earlier.place(), "an earlier failure; a case names the last failed drug only"));
        draft.object("resistance", last.place()).put("drug", last.name());
        draft.from("/resistance/drug", last.place());
    }
}
