package org.fenton.core.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One active moiety.
 *
 * @param texts free texts of the catalog by field name (toxicity, dose, boxedWarning, …), absent when unknown
 * @param smiles empty when the catalog has no structure
 */
public record Drug(
        String id,
        String name,
        List<String> synonyms,
        Map<String, String> identifiers,
        String smiles,
        Approval approval,
        PatientUse patientUse,
        Set<String> classes,
        List<Listing> listings,
        List<DrugTarget> targets,
        Reachable reachable,
        Map<String, String> texts) {
    public enum Approval {
        APPROVED,
        APPROVED_ELSEWHERE,
        INVESTIGATIONAL,
        DISCONTINUED,
        WITHDRAWN,
        VETERINARY,
        TOOL_COMPOUND,
        NATURAL_PRODUCT,
        NUTRIENT,
        PROCEDURE
    }

    /** Whether the concentration that acts on ferroptosis is reached in plasma at a clinical dose. */
    public enum Reachable {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether the drug may be shown as an option for a patient, and if not, why. */
    public record PatientUse(boolean allowed, String reason) {}

    public Drug {
        synonyms = List.copyOf(synonyms);
        identifiers = Map.copyOf(identifiers);
        classes = Set.copyOf(classes);
        listings = List.copyOf(listings);
        targets = List.copyOf(targets);
        texts = Map.copyOf(texts);
    }

    public boolean isListed(Listing.Kind kind) {
        return listings.stream().anyMatch(listing -> listing.kind() == kind);
    }

    /** Nodes that the drug acts on or changes, without the contested ones, sorted: what a prediction is told. */
    public Set<String> uncontestedNodes() {
        Set<String> nodes = new TreeSet<>();
        targets.stream().filter(target -> !target.contested()).forEach(target -> nodes.add(target.node()));
        return nodes;
    }

    public boolean isContested() {
        return listings.stream().anyMatch(listing -> listing.state() == Listing.State.CONTESTED);
    }
}
