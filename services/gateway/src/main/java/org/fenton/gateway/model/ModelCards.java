package org.fenton.gateway.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the model service says of its models, for people to read; asked for again after a few seconds. */
@ApplicationScoped
public class ModelCards {
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final ModelApi api;
    private final MetricsApi metrics;
    private final AtomicReference<Held> held = new AtomicReference<>();

    private record Held(Optional<JsonNode> models, long askedNanos) {}

    ModelCards(@RestClient ModelApi api, @RestClient MetricsApi metrics) {
        this.api = api;
        this.metrics = metrics;
    }

    /** Bundles with their roles; empty when the model service does not answer. An event loop gets what was last known. */
    public Optional<JsonNode> models() {
        Held now = held.get();
        boolean stale = now == null || System.nanoTime() - now.askedNanos > FRESH_NANOS;
        if (stale && BlockingOperationControl.isBlockingAllowed()) {
            now = new Held(asked(), System.nanoTime());
            held.set(now);
        }
        return now == null ? Optional.empty() : now.models;
    }

    /** Whether an entry of the list is a bundle of heads, which no ranking asks. */
    public static boolean isHeads(JsonNode model) {
        return model.path("kind").asText().equals("heads");
    }

    /** The bundle that rankings ask. */
    public Optional<String> activeBundle() {
        return models().flatMap(answer -> {
            for (JsonNode model : answer.path("models")) {
                if (isHeads(model)) {
                    continue;
                }
                for (JsonNode role : model.path("roles")) {
                    if (role.asText().equals("active")) {
                        return Optional.of(model.path("bundle").asText());
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** The card of a bundle; empty when there is none or the model service does not answer. */
    public Optional<JsonNode> card(String bundle) {
        try {
            return Optional.of(api.card(bundle));
        } catch (RuntimeException failure) {
            Log.warnf("card of %s: %s", bundle, failure.toString());
            return Optional.empty();
        }
    }

    /** What the bundle of this name was asked; empty when the model service does not say. */
    public Optional<LiveUse> live(String name) {
        try {
            return Optional.of(LiveUse.read(metrics.metrics(), name));
        } catch (RuntimeException failure) {
            Log.warnf("metrics of the model service: %s", failure.toString());
            return Optional.empty();
        }
    }

    private Optional<JsonNode> asked() {
        try {
            return Optional.of(api.models());
        } catch (RuntimeException failure) {
            Log.warnf("models: %s", failure.toString());
            return Optional.empty();
        }
    }
}
