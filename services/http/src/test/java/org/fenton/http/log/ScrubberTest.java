package org.fenton.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/** Whatever a failure or a library says, the name in it does not come through; what stands is where it failed. */
class ScrubberTest {
    @BeforeContainer
    static void serving() {
        new Serving().start(null);
    }

    @AfterContainer
    static void stopped() {
        new Serving().stop(null);
    }

    private static String logged(ExtLogRecord record, boolean quotes) {
        assertTrue(new Scrubber(quotes).isLoggable(record));
        StringWriter text = new StringWriter();
        text.append(record.getFormattedMessage());
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static ExtLogRecord record(String logger, String message) {
        return new ExtLogRecord(Level.ERROR, message, ExtLogRecord.FormatStyle.PRINTF, ScrubberTest.class.getName()) {
            {
                setLoggerName(logger);
            }
        };
    }

    @Property(tries = 200)
    void noMessageOfAFailureIsLogged(@ForAll @AlphaChars @StringLength(min = 8, max = 30) String name) {
        ExtLogRecord record = record("org.fenton.gateway.ranking", "request %s failed");
        record.setParameters(new Object[] {"r-1"});
        Throwable inner = new IllegalArgumentException("no such date: " + name);
        inner.addSuppressed(new IllegalStateException(name));
        record.setThrown(new RuntimeException("cannot read " + name, inner));
        String text = logged(record, false);
        assertFalse(text.contains(name), text);
        assertTrue(text.contains("request r-1 failed"));
        assertTrue(text.contains("java.lang.IllegalArgumentException"), "the type stands");
        assertTrue(text.contains("ScrubberTest.noMessageOfAFailureIsLogged"), "the place stands");
    }

    @Property(tries = 200)
    void aLibraryThatQuotesIsWithheld(@ForAll @AlphaChars @StringLength(min = 8, max = 30) String name) {
        ExtLogRecord plain = record("org.hibernate.engine.jdbc.spi.SqlExceptionHelper", "Key (name)=(" + name + ")");
        assertFalse(logged(plain, false).contains(name));
        ExtLogRecord given = record("io.quarkus.vertx.http.runtime.QuarkusErrorHandler", "HTTP Request to %s failed");
        given.setParameters(new Object[] {"/v1/x?name=" + name});
        assertFalse(logged(given, false).contains(name));
    }

    @Property(tries = 5)
    void anOperatorWhoWantsThemSeesTheWords(@ForAll @AlphaChars @StringLength(min = 8, max = 30) String name) {
        assertTrue(logged(record("org.hibernate", name), true).contains(name));
    }

    @Example
    void wordsOfTheServiceItselfStand() {
        assertEquals("published", logged(record("org.fenton.catalog.release.Publisher", "published"), false));
    }
}
