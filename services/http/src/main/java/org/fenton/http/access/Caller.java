package org.fenton.http.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** For whom the work at hand is done. What belongs to a tenant is found and kept under {@link #tenant()}. */
@ApplicationScoped
public class Caller {
    /** Of a service without security: everything belongs to the one who runs it. */
    public static final String NO_TENANT = "";

    private static final String PROPERTY = "fenton.identity";
    private static final Identity LOCAL = new Identity(NO_TENANT, "");

    private final Security security;
    private final ThreadLocal<Identity> behind = new ThreadLocal<>();

    Caller(Security security) {
        this.security = security;
    }

    /** @param subject who within the tenant; never logged as it is */
    public record Identity(String tenant, String subject) {}

    /** @throws IllegalStateException where nobody is known to call: no tenant is ever guessed */
    public Identity identity() {
        if (!security.on()) {
            return LOCAL;
        }
        Identity deferred = behind.get();
        return deferred != null
                ? deferred
                : ofRequest().orElseThrow(() -> new IllegalStateException("who calls is not known here"));
    }

    /** Empty where no token was verified. */
    public Optional<Identity> known() {
        return security.on() ? ofRequest() : Optional.of(LOCAL);
    }

    public String tenant() {
        return identity().tenant();
    }

    /** Says who calls, once a token has been verified. */
    public void is(Identity identity) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request != null) {
            request.setProperty(PROPERTY, identity);
        }
    }

    /** The same work for the present caller, on whichever thread it is done later. */
    public <T> Supplier<T> carried(Supplier<T> work) {
        Identity now = identity();
        return () -> {
            behind.set(now);
            try {
                return work.get();
            } finally {
                behind.remove();
            }
        };
    }

    private static Optional<Identity> ofRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return Optional.ofNullable(request).map(each -> (Identity) each.getProperty(PROPERTY));
    }
}
