package org.fenton.gateway.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How much of a profile the model service used.
 *
 * @param genesTargeted genes that a network reads
 * @param unrecognised some of the genes that nothing knows, with what may have been meant
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Coverage(
        int genesGiven,
        int genesUsed,
        int genesWithoutReference,
        int genesTargeted,
        int genesUnrecognised,
        List<Unrecognised> unrecognised,
        List<NetworkRow> networks) {
    public Coverage {
        unrecognised = unrecognised == null ? List.of() : List.copyOf(unrecognised);
        networks = networks == null ? List.of() : List.copyOf(networks);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Unrecognised(String gene, List<String> close) {}

    /** @param sources sources with enough measured targets, of {@code sourcesTotal} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NetworkRow(String network, int sources, int sourcesTotal) {}
}
