package org.fenton.catalog.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What became of one line between two releases.
 *
 * @param reasons why, as recorded with the publications between them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReleaseChange(String type, String id, Kind change, List<Field> fields, List<String> reasons) {
    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One member of the line.
     *
     * @param pointer JSON pointer (RFC 6901) into the line
     * @param before absent where the line had no such member
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(String pointer, JsonNode before, JsonNode after) {}
}
