package org.fenton.http.log;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps what callers send out of the logs. A failure is logged with its types and places, never with its message, since messages
 * quote what they could not read. Words of libraries are withheld but for a few that speak of the service itself; our own
 * stand, and are written not to quote. Before the service has started nobody has sent anything, and everything stands.
 */
@LoggingFilter(name = "scrub")
public final class Scrubber implements Filter {
    static final String WITHHELD = "(words withheld: they may quote a caller; FENTON_LOG_QUOTES=true shows them)";
    private static final List<String> OF_THE_SERVICE = List.of("org.fenton.", "io.agroal.", "org.flywaydb.");
    private static final String QUARKUS = "io.quarkus";

    private final boolean quotes;

    public Scrubber() {
        this(ConfigProvider.getConfig()
                .getOptionalValue("fenton.log.quotes", Boolean.class)
                .orElse(false));
    }

    Scrubber(boolean quotes) {
        this.quotes = quotes;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (quotes || !Serving.now()) {
            return true;
        }
        if (record.getThrown() != null) {
            record.setThrown(Withheld.of(record.getThrown()));
        }
        String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        if (!logger.equals(QUARKUS) && OF_THE_SERVICE.stream().noneMatch(logger::startsWith)) {
            withhold(record);
        }
        return true;
    }

    private static void withhold(LogRecord record) {
        record.setParameters(null);
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(WITHHELD, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(WITHHELD);
        }
    }
}
