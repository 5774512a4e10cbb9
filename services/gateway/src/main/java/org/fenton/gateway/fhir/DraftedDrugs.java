package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.intake.CaseDraft;

/** The drugs of a release that drafted medication requests ask for; other orders are none of ours. */
public final class DraftedDrugs {
    private final Map<String, Drug> byReference = new LinkedHashMap<>();

    public DraftedDrugs(JsonNode draftOrders, Knowledge knowledge) {
        FhirRecord record = new FhirRecord().add(draftOrders, "context.draftOrders");
        MedicationReader reader = new MedicationReader(record, knowledge, new CaseDraft());
        for (FhirRecord.Entry entry : record.of("MedicationRequest")) {
            reader.name(entry.resource())
                    .flatMap(knowledge::findDrug)
                    .ifPresent(drug -> byReference.put(entry.reference(), drug));
        }
    }

    public List<Drug> selected(Set<String> references) {
        List<Drug> drugs = new ArrayList<>();
        byReference.forEach((reference, drug) -> {
            if (references.contains(reference)) {
                drugs.add(drug);
            }
        });
        return drugs;
    }

    public List<Drug> all() {
        return List.copyOf(byReference.values());
    }
}
