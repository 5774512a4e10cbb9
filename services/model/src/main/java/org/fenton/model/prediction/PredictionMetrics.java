package org.fenton.model.prediction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;

/** Latency of prediction calls by bundle, and how many candidates were answered or abstained from. */
@Singleton
class PredictionMetrics {
    private final MeterRegistry registry;
    private final Map<String, PredictionDrift> drifts = new ConcurrentHashMap<>();

    PredictionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Calls that are refused are timed too, under outcome refused. */
    List<Prediction> timed(LoadedBundle bundle, Supplier<List<Prediction>> call) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "refused";
        try {
            List<Prediction> predictions = call.get();
            outcome = "answered";
            long abstained = predictions.stream().filter(Prediction::abstained).count();
            candidates(bundle, "abstained").increment(abstained);
            predictions.forEach(prediction -> prediction.probability().ifPresent(drift(bundle)::add));
            candidates(bundle, "answered").increment(predictions.size() - abstained);
            return predictions;
        } finally {
            sample.stop(Timer.builder("fenton.model.predictions")
                    .description("Time from the read body to all predictions of a call")
                    .tag("bundle", bundle.name())
                    .tag("outcome", outcome)
                    .publishPercentileHistogram()
                    .register(registry));
        }
    }

    private PredictionDrift drift(LoadedBundle bundle) {
        return drifts.computeIfAbsent(bundle.name(), name -> {
            PredictionDrift drift = new PredictionDrift();
            Gauge.builder("fenton.model.prediction.psi", drift, PredictionDrift::index)
                    .description(
                            "Population stability index of probabilities, the last 5000 against the first since start")
                    .tag("bundle", name)
                    .register(registry);
            return drift;
        });
    }

    private Counter candidates(LoadedBundle bundle, String outcome) {
        return Counter.builder("fenton.model.candidates")
                .description("Candidates of prediction calls")
                .tag("bundle", bundle.name())
                .tag("outcome", outcome)
                .register(registry);
    }
}
