package org.fenton.gateway.model;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The calls themselves, each with a time-out for the whole answer and a circuit breaker, so that a dead model is not asked by
 * everybody; how many are under way at once {@link Model} sees to. What the model refuses is the caller's fault
 * and no failure.
 */
@ApplicationScoped
class ModelCalls {
    private static final Set<Integer> REFUSALS = Set.of(400, 422);

    private final ModelApi api;

    ModelCalls(@RestClient ModelApi api) {
        this.api = api;
    }

    @Timeout(3000)
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.5, delay = 2000, skipOn = ProblemException.class)
    ModelApi.ActivitiesAnswer activities(ModelApi.ActivitiesRequest request) {
        return asked(() -> ModelAnswers.checked(api.activities(request)), "/profile", request.bundle());
    }

    @Timeout(3000)
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.5, delay = 2000, skipOn = ProblemException.class)
    ModelApi.PredictionsAnswer predictions(ModelApi.PredictionsRequest request) {
        return asked(() -> ModelAnswers.checked(api.predictions(request), request), "/reported", request.bundle());
    }

    private static <T> T asked(Supplier<T> call, String place, @Nullable String bundle) {
        try {
            return call.get();
        } catch (WebApplicationException failure) {
            if (REFUSALS.contains(failure.getResponse().getStatus())) {
                JsonNode problem = failure.getResponse().readEntity(JsonNode.class);
                throw bundle != null && isOf("/bundle", problem)
                        ? new BundleNotServed(bundle)
                        : refusal(problem, place);
            }
            throw failure;
        }
    }

    private static boolean isOf(String pointer, JsonNode problem) {
        return problem.path("errors").findValuesAsText("pointer").contains(pointer);
    }

    /** What the model service refuses is said of the case, at its place there. */
    private static ProblemException refusal(JsonNode problem, String place) {
        List<Problem.Fault> faults = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            JsonNode suggestion = error.path("suggestion");
            faults.add(new Problem.Fault(
                    place + error.path("pointer").asText(),
                    error.path("detail").asText(),
                    suggestion.isTextual() ? suggestion.asText() : null));
        }
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                "the " + place.substring(1) + " state cannot be used: "
                        + problem.path("detail").asText(),
                faults);
    }
}
