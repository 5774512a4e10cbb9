package org.fenton.gateway.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What users did with what was shown: the override rate is overridden over all. */
@Startup
@Singleton
public class FeedbackMetrics {
    private final MeterRegistry registry;

    FeedbackMetrics(MeterRegistry registry) {
        this.registry = registry;
        counter("accepted");
        counter("overridden");
    }

    public void taken(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("fenton.feedback")
                .description("Feedback on cards and candidates")
                .tag("outcome", outcome)
                .register(registry);
    }
}
