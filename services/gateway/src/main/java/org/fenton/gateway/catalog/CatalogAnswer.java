package org.fenton.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** An answer of the catalog, or its refusal in its own words, or that it does not answer. */
final class CatalogAnswer {
    private CatalogAnswer() {}

    static <T> T of(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refused) {
            throw refused.getResponse().getStatus() / 100 == 4 ? refusal(refused) : away(refused);
        } catch (RuntimeException failure) {
            throw away(failure);
        }
    }

    /** Empty when the catalog does not know it. */
    static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(of(call));
        } catch (ProblemException refused) {
            if (refused.problem().status() == ProblemType.NOT_FOUND.status()) {
                return Optional.empty();
            }
            throw refused;
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
