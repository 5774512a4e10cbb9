package org.fenton.gateway.cdshooks;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.fenton.gateway.Database;
import org.fenton.gateway.GatewayConfig;
import org.fenton.http.access.Caller;
import org.fenton.http.access.Security;

/** Whether a CDS client may call. When no clients are named, none may, unless the operator switched trust off. */
@ApplicationScoped
public class ClientTrust {
    private static final int UNAUTHORIZED = 401;
    private static final String BEARER = "Bearer ";

    private final GatewayConfig config;
    private final Optional<TrustedClients> clients;
    private final Security security;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    ClientTrust(GatewayConfig config, Security security, Caller caller) {
        this.config = config;
        this.security = security;
        this.caller = caller;
        this.clients = config.cds().clients().map(TrustedClients::new);
    }

    void say(@Observes StartupEvent start) {
        boolean unverified = config.cds().trust() == GatewayConfig.Trust.OFF;
        if (unverified && security.on()) {
            throw new IllegalStateException(
                    "FENTON_GATEWAY_CDS_TRUST=OFF goes with FENTON_SECURITY=off only: CDS Hooks callers would be"
                            + " strangers");
        }
        if (unverified) {
            Log.warn("CDS HOOKS CALLERS ARE NOT VERIFIED: fenton.gateway.cds.trust is OFF."
                    + " Anyone who reaches this port may ask and send feedback. Never so outside one machine.");
        } else if (clients.isEmpty()) {
            Log.warn("no CDS Hooks client is trusted: every call is refused until fenton.gateway.cds.clients names a"
                    + " file");
        }
    }

    /** Ends the request with a bare 401 unless {@code authorization} holds a good token for this address, used once. */
    void verify(String authorization, String path) {
        if (config.cds().trust() == GatewayConfig.Trust.OFF) {
            return;
        }
        if (authorization == null || !authorization.startsWith(BEARER) || clients.isEmpty()) {
            throw refused();
        }
        Instant now = clock.instant();
        ClientToken token = read(
                        authorization.substring(BEARER.length()).strip(),
                        new ClientToken.Demand(config.publicUrl() + path, now))
                .orElseThrow(ClientTrust::refused);
        boolean first = Database.ask(() -> CdsTokenEntity.spend(token, now));
        if (!first) {
            throw refused();
        }
        if (security.on()) {
            String tenant = clients.orElseThrow().tenant(token.issuer()).orElseThrow(ClientTrust::refused);
            caller.is(new Caller.Identity(tenant, token.issuer()));
        }
    }

    /** Keys that cannot be read are the operator's fault, and leave nobody trusted. */
    private Optional<ClientToken> read(String text, ClientToken.Demand demand) {
        try {
            return ClientToken.verified(text, clients.orElseThrow(), demand);
        } catch (IllegalStateException unusable) {
            Log.error(unusable.getMessage(), unusable);
            return Optional.empty();
        }
    }

    private static WebApplicationException refused() {
        return new WebApplicationException(Response.status(UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
    }
}
