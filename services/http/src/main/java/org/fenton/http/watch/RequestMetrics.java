package org.fenton.http.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Rate, errors and duration of every operation, in the classes that the objectives are stated in, and which build it is. */
@Singleton
public class RequestMetrics {
    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> NOT_ROUTED = Set.of("405", "406", "415");
    private static final double[] CLASSES = Stream.of(25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    /** The objectives of deploy/observability/alerts.yaml read these very classes. */
    @Produces
    @Singleton
    MeterFilter classes() {
        return new MeterFilter() {
            /** What no method took has no route, only the address as it was written, which may hold a name. */
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) && NOT_ROUTED.contains(String.valueOf(id.getTag("status")))
                        ? id.replaceTags(Tags.concat(id.getTags(), "uri", "NOT_ROUTED"))
                        : id;
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(CLASSES)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    void build(
            @Observes StartupEvent start,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        registry.gauge("fenton.build.info", Tags.of("service", service, "version", version), 1);
    }
}
