package org.fenton.local.command;

/** The three renderings of a ranking; the gateway renders, so page, API and command line never differ. */
enum RankFormat {
    table("text/plain"),
    json("application/json"),
    csv("text/csv");

    private final String mediaType;

    RankFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
