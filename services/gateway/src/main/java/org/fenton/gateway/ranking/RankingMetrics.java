package org.fenton.gateway.ranking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.prometheus.client.Histogram;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.fenton.core.ranking.Ranking;

/**
 * How many rankings were given, with what was missing, how many candidates found no answer, how long it took; and which record a
 * span, or the last call in a class of the histogram, made.
 */
@Startup
@Singleton
class RankingMetrics {
    /** The classes of the requests' histogram, in which the objective is stated. */
    private static final double[] CLASSES = {0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final MeterRegistry registry;
    private final Histogram seconds;

    RankingMetrics(MeterRegistry registry, PrometheusMeterRegistry exposed) {
        this.registry = registry;
        // micrometer has no exemplars of one's own choice
        this.seconds = Histogram.build("fenton_ranking_seconds", "From the case as bytes to its kept record")
                .buckets(CLASSES)
                .register(exposed.getPrometheusRegistry());
        // there from the first scrape: a rate needs a beginning
        rankings("complete");
        rankings("degraded");
        candidates("favourable");
        candidates("no_answer");
    }

    /** @param begun {@code System.nanoTime()} when the case came */
    void ranked(String decision, Ranking ranking, boolean complete, long begun) {
        rankings(complete ? "complete" : "degraded").increment();
        candidates("favourable")
                .increment(ranking.favourable().values().stream()
                        .mapToInt(java.util.List::size)
                        .sum());
        candidates("conflicted").increment(ranking.conflicted().size());
        candidates("expected_harm").increment(ranking.expectedHarm().size());
        candidates("no_answer").increment(ranking.noAnswer().size());
        candidates("left_out").increment(ranking.leftOut().size());
        Span.current().setAttribute("fenton.decision", decision);
        seconds.observeWithExemplar((System.nanoTime() - begun) / 1e9, exemplar(decision));
    }

    private static String[] exemplar(String decision) {
        SpanContext span = Span.current().getSpanContext();
        return span.isSampled()
                ? new String[] {"decision", decision, "trace_id", span.getTraceId()}
                : new String[] {"decision", decision};
    }

    private Counter rankings(String outcome) {
        return Counter.builder("fenton.rankings")
                .description("Rankings given, by whether anything was missing")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter candidates(String outlook) {
        return Counter.builder("fenton.ranking.candidates")
                .description("Candidates of rankings given, by outlook; no_answer is abstention")
                .tag("outlook", outlook)
                .register(registry);
    }
}
