package org.fenton.catalog.curation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A change somebody proposes.
 *
 * @param claim the claim to correct or retract; absent for a new one
 * @param statement the statement a new claim speaks of; absent otherwise
 * @param content the claim as it shall be; absent when it is retracted
 * @param curator who proposes, as declared: nobody checks it yet
 * @param conflictOfInterest declared by every curator; "none" when there is none
 * @param report the report it answers
 */
public record ProposalRequest(
        @NotNull Action action,
        String claim,
        String statement,
        @Valid ClaimContent content,
        @NotBlank @Size(min = 2, max = 200) String curator,
        @NotBlank @Size(min = 8, max = 4000) String reason,
        @NotBlank @Size(max = 2000) String conflictOfInterest,
        String report) {

    /** What a reviewer decides. */
    public record Review(
            @NotNull Decision decision,
            @NotBlank @Size(min = 2, max = 200) String curator,
            @NotBlank @Size(min = 8, max = 4000) String reason,
            @NotBlank @Size(max = 2000) String conflictOfInterest) {}

    public enum Decision {
        APPROVE,
        REJECT,
        REQUEST_CHANGES
    }

    /** What the proposer makes of a proposal after changes were asked for. */
    public record Revision(
            @Valid @NotNull ClaimContent content,
            @NotBlank @Size(min = 2, max = 200) String curator,
            @NotBlank @Size(min = 8, max = 4000) String reason) {}

    /** Who does something and why. */
    public record Word(
            @NotBlank @Size(min = 2, max = 200) String curator,
            @NotBlank @Size(min = 8, max = 4000) String reason) {}
}
