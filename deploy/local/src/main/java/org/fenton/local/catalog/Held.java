package org.fenton.local.catalog;

import org.fenton.local.home.LauncherFailure;

/** What a catalog holds: the hash of its facts and its current release. */
record Held(String facts, String release) {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;

    static Held by(CatalogClient catalog) {
        return new Held(
                catalog.get("/v1/releases/draft").path("id").asText(),
                catalog.get("/v1/releases/current").path("id").asText());
    }

    /** A connection that broke with the server may answer the first questions with 503. */
    static Held settled(CatalogClient catalog) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return by(catalog);
            } catch (CatalogClient.Refused unavailable) {
                sleep(PAUSE_MILLIS);
            }
        }
        return by(catalog);
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted");
        }
    }
}
