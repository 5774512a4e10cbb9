package org.fenton.gateway.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** When something was observed, from a FHIR date or dateTime of any precision; a partial one counts from its beginning. */
final class FhirTime {
    private FhirTime() {}

    /** When the observation holds: effective, else issued. */
    static Optional<Instant> of(FhirElement observation) {
        for (String text : new String[] {
            observation.text("effectiveDateTime"),
            observation.text("effectiveInstant"),
            observation.at("effectivePeriod").text("end"),
            observation.at("effectivePeriod").text("start"),
            observation.text("issued")
        }) {
            Optional<Instant> time = parse(text);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> parse(String text) {
        try {
            return switch (text.length()) {
                case 0 -> Optional.empty();
                case 4 ->
                    Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
                case 7 ->
                    Optional.of(YearMonth.parse(text)
                            .atDay(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
                case 10 ->
                    Optional.of(
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
                default -> Optional.of(OffsetDateTime.parse(text).toInstant());
            };
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
