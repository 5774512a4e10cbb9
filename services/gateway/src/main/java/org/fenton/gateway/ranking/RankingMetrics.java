package org.fenton.gateway.ranking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.fenton.core.ranking.Ranking;

/** How many rankings were given, with what was missing, how many candidates found no answer; and which record a span made. */
@Startup
@Singleton
class RankingMetrics {
    private final MeterRegistry registry;

    RankingMetrics(MeterRegistry registry) {
        this.registry = registry;
        // there from the first scrape: a rate needs a beginning
        rankings("complete");
        rankings("degraded");
        candidates("favourable");
        candidates("no_answer");
    }

    void ranked(String decision, Ranking ranking, boolean complete) {
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
