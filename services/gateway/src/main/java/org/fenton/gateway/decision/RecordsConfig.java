package org.fenton.gateway.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is kept of a ranking, and for how long. */
@ConfigMapping(prefix = "fenton.records")
public interface RecordsConfig {
    /** Keep the case (without label and provenance), so that a record can be asked and replayed. */
    @WithDefault("true")
    boolean keepCase();

    /** Keep the label in the record; it is free text and may name a patient. */
    @WithDefault("false")
    boolean keepLabel();

    /** Let {@code DELETE /v1/rankings/{id}} erase what a record holds. */
    @WithDefault("false")
    boolean erasure();

    /** Erase what records hold after this time; never when empty. */
    Optional<Duration> retention();
}
