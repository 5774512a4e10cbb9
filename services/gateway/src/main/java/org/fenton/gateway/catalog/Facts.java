package org.fenton.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** The door to the catalog's facts as people read them. What the catalog refuses is refused in its own words. */
@ApplicationScoped
public class Facts {
    private static final int MOST = 100;

    private final FactsApi api;

    Facts(@RestClient FactsApi api) {
        this.api = api;
    }

    public JsonNode drug(String id) {
        return asked(() -> api.drug(id));
    }

    /** The drawing of its structure; empty when the catalog has none. */
    public Optional<byte[]> structure(String id) {
        return found(() -> api.structure(id));
    }

    /** One row of a release; empty when it holds none. */
    public Optional<JsonNode> row(String release, String type, String key) {
        return found(() -> api.row(release, type, key));
    }

    /** What claims say of it; empty when none speaks of it. */
    public Optional<JsonNode> statement(String id) {
        return found(() -> api.statement(id));
    }

    public Optional<JsonNode> claim(String id) {
        return found(() -> api.claim(id));
    }

    public JsonNode search(String words) {
        return asked(() -> api.search(words, MOST / 2));
    }

    public JsonNode reports() {
        return asked(() -> api.reports(MOST));
    }

    public JsonNode proposals() {
        return asked(() -> api.proposals(MOST));
    }

    /** Files a report. @throws ProblemException 400 with the places in it that the catalog refuses */
    public JsonNode report(JsonNode report) {
        return asked(() -> api.report(report));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(asked(call));
        } catch (ProblemException refused) {
            if (refused.problem().status() == ProblemType.NOT_FOUND.status()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refused) {
            throw refused.getResponse().getStatus() / 100 == 4 ? refusal(refused) : away(refused);
        } catch (RuntimeException failure) {
            throw away(failure);
        }
    }

    private static ProblemException away(RuntimeException failure) {
        Log.warnf("catalog: %s", failure.toString());
        return new ProblemException(ProblemType.UNAVAILABLE, "the catalog does not answer; try again in a few seconds");
    }

    private static ProblemException refusal(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        JsonNode body;
        try {
            body = refused.getResponse().readEntity(JsonNode.class);
        } catch (RuntimeException unreadable) {
            return away(refused);
        }
        if (body == null) {
            return away(refused);
        }
        List<Problem.Fault> faults = new ArrayList<>();
        body.path("errors")
                .forEach(error -> faults.add(new Problem.Fault(
                        error.path("pointer").asText(),
                        error.path("detail").asText(),
                        error.hasNonNull("suggestion")
                                ? error.path("suggestion").asText()
                                : null)));
        return new ProblemException(new Problem(
                body.path("type").asText(),
                body.path("title").asText("Refused"),
                status,
                body.path("detail").asText(),
                null,
                null,
                faults));
    }
}
