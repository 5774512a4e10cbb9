package org.fenton.http.access;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether callers must prove who they are. A service that would serve strangers does not start. */
@ApplicationScoped
public class Security {
    private static final int BEFORE_ANYTHING_ELSE = 1;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private final boolean on;
    private final String host;
    private final AccessConfig config;

    Security(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
        this.on = !ConfigProvider.getConfig()
                .getOptionalValue("fenton.security", String.class)
                .orElse("on")
                .equalsIgnoreCase("off");
    }

    public boolean on() {
        return on;
    }

    /** Of this type Quarkus prints the line alone, without a stack trace. */
    private static ConfigurationException refused(String line) {
        return new ConfigurationException("Not started: " + line);
    }

    void check(@Observes @Priority(BEFORE_ANYTHING_ELSE) StartupEvent start) {
        if (on && config.issuer().isEmpty()) {
            throw refused(
                    "no issuer of tokens: set FENTON_ACCESS_ISSUER, or FENTON_SECURITY=off on a machine of your own"
                            + " (it then listens on loopback only)");
        }
        if (!on && !LOOPBACK.contains(host)) {
            throw refused("FENTON_SECURITY=off is for loopback only, and QUARKUS_HTTP_HOST is " + host
                    + ": nothing is served to strangers");
        }
        if (!on) {
            Log.warnf(
                    "SECURITY IS OFF: whoever reaches %s may do everything. Loopback only; never so on a network.",
                    host);
        }
    }
}
