package org.fenton.catalog.drug;

import java.util.Locale;
import org.fenton.core.knowledge.Drug.Approval;
import org.fenton.core.knowledge.Listing.State;

/** How a drug stands in a class, and what follows from it; the ranking's side is {@code services/core}. */
public enum ClassState {
    CONFIRMED(
            "counts in full where the class is asked for",
            "may be shown where patient use is allowed; it is no advice to give it"),
    CONTESTED(
            "each candidate with the drug carries the term CONTESTED of -1, and the way of action in dispute is no feature"
                    + " of a prediction",
            "shown only together with what speaks against it"),
    TOOL_COMPOUND("left out of every ranking, and listed as left out", "never for a patient"),
    VETERINARY("left out of every ranking, and listed as left out", "not approved for people"),
    WITHDRAWN("left out of every ranking, and listed as left out", "taken off the market");

    private final String ranking;
    private final String patients;

    ClassState(String ranking, String patients) {
        this.ranking = ranking;
        this.patients = patients;
    }

    public String ranking() {
        return ranking;
    }

    public String patients() {
        return patients;
    }

    String words() {
        return switch (this) {
            case TOOL_COMPOUND -> "a tool compound";
            case VETERINARY -> "a veterinary medicine";
            case WITHDRAWN -> "withdrawn";
            case CONFIRMED, CONTESTED -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** The statement that an approval state makes, {@code erastin:tool-compound}. */
    String statementOn(String drug) {
        return drug + ":" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ClassState of(State listed) {
        return switch (listed) {
            case CONFIRMED -> CONFIRMED;
            case CONTESTED -> CONTESTED;
            case TOOL -> TOOL_COMPOUND;
        };
    }

    /** The state an approval decides by itself, or null: the drug's lists say the rest. */
    static ClassState of(Approval approval) {
        return switch (approval) {
            case TOOL_COMPOUND -> TOOL_COMPOUND;
            case VETERINARY -> VETERINARY;
            case WITHDRAWN -> WITHDRAWN;
            case APPROVED, APPROVED_ELSEWHERE, INVESTIGATIONAL, DISCONTINUED, NATURAL_PRODUCT, NUTRIENT, PROCEDURE ->
                null;
        };
    }
}
