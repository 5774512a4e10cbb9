package org.fenton.catalog.drug;

import java.util.List;
import org.fenton.core.knowledge.Listing.Kind;
import org.fenton.core.knowledge.Listing.State;

/** A listing answered on its own, with the drug it lists. */
public record DrugListingView(
        String id,
        String drug,
        Kind kind,
        String row,
        String className,
        String subclass,
        State state,
        String mechanism,
        String caveat,
        List<String> caveatStudies,
        String confMechanism,
        String confPotency,
        String confRegulatory,
        String confIds,
        String confSafety,
        List<String> studies,
        List<String> sources) {
    public static DrugListingView of(DrugListingEntity row) {
        return new DrugListingView(
                row.id,
                row.drug.id,
                row.kind,
                row.row,
                row.className,
                row.subclass,
                row.state,
                row.mechanism,
                row.caveat,
                row.caveatStudies.isEmpty() ? null : row.caveatStudies,
                row.confMechanism,
                row.confPotency,
                row.confRegulatory,
                row.confIds,
                row.confSafety,
                row.studies,
                row.sources);
    }
}
