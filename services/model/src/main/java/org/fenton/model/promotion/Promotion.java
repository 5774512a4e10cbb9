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
 * @param configured the bundle that the configuration named then
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
        String configured) {
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
