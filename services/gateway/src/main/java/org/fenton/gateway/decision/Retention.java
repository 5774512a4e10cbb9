package org.fenton.gateway.decision;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Once an hour erases what records older than {@code fenton.records.retention} hold. Two replicas may both try. */
@ApplicationScoped
public class Retention {
    private static final int AT_ONCE = 200;

    private final RecordsConfig config;
    private final Decisions decisions;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "fenton-retention"));

    Retention(RecordsConfig config, Decisions decisions) {
        this.config = config;
        this.decisions = decisions;
    }

    void start(@Observes StartupEvent event) {
        config.retention().ifPresent(kept -> clock.scheduleWithFixedDelay(() -> sweep(kept), 1, 60, TimeUnit.MINUTES));
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    int sweep(Duration kept) {
        int all = 0;
        try {
            int erased;
            do {
                erased = decisions.eraseOlderThan(kept.toSeconds(), AT_ONCE);
                all += erased;
            } while (erased == AT_ONCE);
            Log.infof("retention: what %d records held was erased", all);
        } catch (RuntimeException failure) {
            Log.warnf("retention: %s; tried again in an hour", failure.getMessage());
        }
        return all;
    }
}
