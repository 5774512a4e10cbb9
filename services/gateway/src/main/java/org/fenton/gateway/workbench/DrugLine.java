package org.fenton.gateway.workbench;

import java.util.stream.Collectors;
import org.fenton.core.knowledge.Drug;

/** A drug in the list of drugs. */
public record DrugLine(String id, String name, String approval, String listed, String notOffered) {
    static DrugLine of(Drug drug) {
        return new DrugLine(
                drug.id(),
                drug.name(),
                DrugFacts.lower(drug.approval().name()),
                drug.listings().stream()
                        .map(listing -> DrugFacts.kind(listing.kind().name()) + " ("
                                + DrugFacts.lower(listing.state().name()) + ")")
                        .distinct()
                        .collect(Collectors.joining("; ")),
                drug.patientUse().allowed() ? "" : drug.patientUse().reason());
    }
}
