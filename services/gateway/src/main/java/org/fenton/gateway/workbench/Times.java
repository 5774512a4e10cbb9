package org.fenton.gateway.workbench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as pages write them: in UTC, and saying so. */
final class Times {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private Times() {}

    static String of(Instant instant) {
        return WRITTEN.format(instant.atOffset(ZoneOffset.UTC));
    }
}
