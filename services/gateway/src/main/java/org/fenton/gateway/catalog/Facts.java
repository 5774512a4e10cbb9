package org.fenton.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The door to the catalog's facts as people read them. What the catalog refuses is refused in its own words. */
@ApplicationScoped
public class Facts {
    private static final int FOUND = 50;

    private final FactsApi api;

    Facts(@RestClient FactsApi api) {
        this.api = api;
    }

    public JsonNode drug(String id) {
        return CatalogAnswer.of(() -> api.drug(id));
    }

    /** The drawing of its structure; empty when the catalog has none. */
    public Optional<byte[]> structure(String id) {
        return CatalogAnswer.found(() -> api.structure(id));
    }

    /** One row of a release; empty when it holds none. */
    public Optional<JsonNode> row(String release, String type, String key) {
        return CatalogAnswer.found(() -> api.row(release, type, key));
    }

    /** What claims say of it; empty when none speaks of it. */
    public Optional<JsonNode> statement(String id) {
        return CatalogAnswer.found(() -> api.statement(id));
    }

    public JsonNode search(String words) {
        return CatalogAnswer.of(() -> api.search(words, FOUND));
    }
}
