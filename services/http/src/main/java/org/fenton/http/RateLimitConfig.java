package org.fenton.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.OptionalInt;

/** How much one caller may ask; nothing is limited unless it is set. */
@ConfigMapping(prefix = "fenton.rate-limit")
public interface RateLimitConfig {
    /** Requests a second that one address may make over time. */
    OptionalInt perSecond();

    /** Requests that one address may make at once after a pause; twice {@link #perSecond} unless set. */
    OptionalInt burst();

    /** Requests a second that one tenant may make over time, from whatever addresses. */
    OptionalInt tenantPerSecond();

    /** Requests that one tenant may make at once after a pause; twice {@link #tenantPerSecond} unless set. */
    OptionalInt tenantBurst();

    /** Requests of all callers under way at once. */
    OptionalInt concurrent();

    /** Bytes of their bodies, as they were announced. */
    Optional<MemorySize> concurrentBytes();
}
