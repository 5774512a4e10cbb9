package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenton.documents.intake.Labs;
import org.fenton.gateway.intake.Codes;

/** The decision support services of CDS Hooks 2.0 that this gateway offers. */
public enum CdsService {
    CANDIDATES(
            "fenton-candidates",
            "patient-view",
            "Candidates for a resistant tumour",
            "Research use only. Ranks drug combinations for a tumour whose pathway activities are on record; silent otherwise."),
    ORDER_CHECK(
            "fenton-order-check",
            "order-select",
            "Selected orders against the tumour's context",
            "Research use only. Says of a selected medication what the safety rules and the ranking of this tumour say of it.");

    static final String CONDITIONS = "conditions";
    static final String ACTIVITIES = "activities";
    static final String MEDICATION_REQUESTS = "medicationRequests";
    static final String MEDICATION_STATEMENTS = "medicationStatements";

    private final String id;
    private final String hook;
    private final String title;
    private final String description;

    CdsService(String id, String hook, String title, String description) {
        this.id = id;
        this.hook = hook;
        this.title = title;
        this.description = description;
    }

    static Optional<CdsService> of(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    String hook() {
        return hook;
    }

    /** What a client may send along; nothing else is ever asked for, and nothing is fetched. */
    static Map<String, String> prefetch() {
        String ofPatient = "?patient={{context.patientId}}";
        String labs =
                Labs.loincCodes().stream().map(code -> Codes.LOINC + "|" + code).collect(Collectors.joining(","));
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("patient", "Patient/{{context.patientId}}");
        templates.put(CONDITIONS, "Condition" + ofPatient + "&clinical-status=active");
        templates.put(ACTIVITIES, "Observation" + ofPatient + "&code=" + Codes.ACTIVITY + "|," + Codes.GENE + "|");
        templates.put(
                "labs",
                "Observation" + ofPatient + "&code=" + labs + "," + Codes.LOINC + "|30525-0," + Codes.LOINC
                        + "|82810-3");
        templates.put(
                "facts",
                "Observation" + ofPatient + "&code=" + Codes.CASE + "|," + Codes.ALTERATION + "|," + Codes.GENOTYPE
                        + "|," + Codes.LAB + "|");
        templates.put(MEDICATION_REQUESTS, "MedicationRequest" + ofPatient);
        templates.put(MEDICATION_STATEMENTS, "MedicationStatement" + ofPatient);
        return templates;
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("hook", hook)
                .put("title", title)
                .put("description", description)
                .put("id", id);
        prefetch().forEach(node.putObject("prefetch")::put);
        return node.put(
                "usageRequirements",
                "All data come by prefetch: this service never calls a FHIR server, whatever fhirServer names.");
    }
}
