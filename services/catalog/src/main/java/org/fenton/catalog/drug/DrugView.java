package org.fenton.catalog.drug;

import java.util.List;
import org.fenton.core.knowledge.Drug.Approval;
import org.fenton.core.knowledge.Drug.Reachable;
import org.fenton.core.knowledge.Listing.Kind;
import org.fenton.core.knowledge.Listing.State;

/** A drug as answered and released, with everything recorded on it. */
public record DrugView(
        String id,
        String name,
        List<String> synonyms,
        DrugIdentifiers identifiers,
        List<String> atc,
        String smiles,
        String inchiKey,
        Approval approval,
        String approvalText,
        PatientUse patientUse,
        List<String> classes,
        List<Listing> listings,
        List<DrugTarget> targets,
        List<Regulatory> regulatory,
        Exposure exposure,
        String potencyText,
        String toxicity,
        String metabolism,
        String interactions,
        String dose,
        String boxedWarning,
        String ferroptosisText,
        String note) {

    public record Exposure(Reachable reachable, String text) {}

    /** A listing inside its drug. */
    public record Listing(
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
        /** The id of the listing, and of the statement that it makes. */
        String id(String drug) {
            return drug + ":" + DrugListingEntity.list(kind);
        }

        static Listing of(DrugListingEntity row) {
            return new Listing(
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

    public static DrugView of(DrugEntity row) {
        return new DrugView(
                row.id,
                row.name,
                row.synonyms,
                row.identifiers == null ? new DrugIdentifiers(null, null, null, null) : row.identifiers,
                row.atc.isEmpty() ? null : row.atc,
                row.smiles,
                row.inchiKey,
                row.approval,
                row.approvalText,
                row.patientUse,
                row.classes,
                row.listings.stream().map(Listing::of).toList(),
                List.copyOf(row.targets),
                row.regulatory.isEmpty() ? null : List.copyOf(row.regulatory),
                new Exposure(row.reachable, row.exposureText),
                row.potencyText,
                row.toxicity,
                row.metabolism,
                row.interactions,
                row.dose,
                row.boxedWarning,
                row.ferroptosisText,
                row.note);
    }
}
