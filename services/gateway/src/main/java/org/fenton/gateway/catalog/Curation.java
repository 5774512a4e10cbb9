package org.fenton.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The door to the catalog's curation (docs/curation.md). Every change names the state that it was decided on; the catalog refuses
 * it when another came first.
 */
@ApplicationScoped
public class Curation {
    private static final int MOST = 100;

    private final CurationApi api;

    Curation(@RestClient CurationApi api) {
        this.api = api;
    }

    /** @param tag what a correction or a retraction of it has to name */
    public record Claim(JsonNode content, String tag) {}

    public JsonNode reports() {
        return CatalogAnswer.of(() -> api.reports(MOST));
    }

    public JsonNode report(String id) {
        return CatalogAnswer.of(() -> api.report(id));
    }

    /** Files a report. @throws ProblemException 400 with the places in it that the catalog refuses */
    public JsonNode file(JsonNode report) {
        return CatalogAnswer.of(() -> api.report(report));
    }

    public JsonNode dismiss(String id, String etag, JsonNode word) {
        return CatalogAnswer.of(() -> api.dismiss(id, quoted(etag), word));
    }

    public Optional<Claim> claim(String id) {
        return CatalogAnswer.found(() -> {
            try (Response answer = api.claim(id)) {
                return new Claim(answer.readEntity(JsonNode.class), answer.getHeaderString("ETag"));
            }
        });
    }

    public JsonNode proposals() {
        return CatalogAnswer.of(() -> api.proposals(MOST));
    }

    public JsonNode proposal(String id) {
        return CatalogAnswer.of(() -> api.proposal(id));
    }

    /** @param tag of the claim that is changed; null for a new one */
    public JsonNode propose(String tag, JsonNode proposal) {
        return CatalogAnswer.of(() -> api.propose(tag, proposal));
    }

    /** @param step reviews, publication or withdrawal */
    public JsonNode step(String id, String step, String etag, JsonNode word) {
        return CatalogAnswer.of(() -> api.step(id, step, quoted(etag), word));
    }

    private static String quoted(String etag) {
        return '"' + etag + '"';
    }
}
