package org.fenton.model.promotion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One change of what is served, as the journal keeps it.
 *
 * @param sequence 1, 2, 3 …
 * @param at UTC, ISO 8601
 * @param bundle who has the role from now on; absent when nobody
 * @param previous who had it; absent when nobody
 * @param configured the bundle of the kind that the configuration named then; absent when none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promotion(
        int sequence,
        String at,
        Action action,
        Role role,
        String bundle,
        String previous,
        String reason,
        String by,
        String configured,
        Kind kind) {
    /** Entries from before there were kinds are of model bundles. */
    public Promotion {
        kind = kind == null ? Kind.MODEL : kind;
    }

    /** What a bundle holds: each kind has its own roles. */
    public enum Kind {
        /** A model that ranks combinations of a case. */
        @JsonProperty("model")
        MODEL,
        /** Heads that answer pairs of drugs in cell lines. */
        @JsonProperty("heads")
        HEADS
    }

    /** What brought the change about. */
    public enum Action {
        /** The configuration names another bundle than at the last start. */
        @JsonProperty("configure")
        CONFIGURE,
        @JsonProperty("promote")
        PROMOTE,
        @JsonProperty("roll-back")
        ROLL_BACK
    }

    /** What a bundle is used for. */
    public enum Role {
        /** Answers requests that name no bundle. */
        @JsonProperty("active")
        ACTIVE,
        /** Is asked the same and compared; its answers reach nobody. */
        @JsonProperty("shadow")
        SHADOW
    }
}
