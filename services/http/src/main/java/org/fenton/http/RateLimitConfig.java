package org.fenton.http;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How much one caller may ask; nothing is limited unless it is set. */
@ConfigMapping(prefix = "fenton.rate-limit")
public interface RateLimitConfig {
    /** Requests a second that one address may make over time. */
    OptionalInt perSecond();

    /** Requests that one address may make at once after a pause; twice {@link #perSecond} unless set. */
    OptionalInt burst();
}
