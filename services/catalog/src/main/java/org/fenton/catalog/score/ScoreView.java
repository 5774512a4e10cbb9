package org.fenton.catalog.score;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One candidate of one ranking of a run.
 *
 * @param digest hash of the ranking's bytes
 * @param place in the ranking, from 0
 * @param ranking its number here, which pages are ordered by
 */
public record ScoreView(
        @JsonProperty("case") String caseId,
        String digest,
        int place,
        @JsonUnwrapped Score score,
        @JsonIgnore @Schema(hidden = true) long ranking) {
    String key() {
        return ranking + "." + place;
    }
}
