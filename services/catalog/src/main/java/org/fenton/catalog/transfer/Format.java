package org.fenton.catalog.transfer;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** How rows are written in a file. */
enum Format {
    CSV("text/csv"),
    TSV("text/tab-separated-values"),
    JSONL("application/x-ndjson");

    static final String CSV_TYPE = "text/csv";
    static final String TSV_TYPE = "text/tab-separated-values";
    static final String JSONL_TYPE = "application/x-ndjson";

    final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    static Format of(MediaType given) {
        return Arrays.stream(values())
                .filter(format -> MediaType.valueOf(format.mediaType).isCompatible(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format " + given + " among " + List.of(values())));
    }
}
