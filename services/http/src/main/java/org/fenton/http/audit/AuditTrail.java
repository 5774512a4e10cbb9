package org.fenton.http.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenton.http.RequestIds;
import org.fenton.http.access.AccessConfig;
import org.fenton.http.access.AccessFilter;
import org.fenton.http.access.Caller;
import org.fenton.http.access.Security;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A line of the log category {@code org.fenton.audit} for every request of an operation, whatever came of it: a hash of who,
 * tenant, operation, status, the decision record that was made or asked about, the request's id. The log stream is append-only
 * for the service: it cannot take a line back.
 */
@ApplicationScoped
public class AuditTrail {
    private static final Logger AUDIT = Logger.getLogger("org.fenton.audit");
    private static final Pattern DECISION = Pattern.compile("/rankings/([0-9a-f]{64})(?:/|$)");
    private static final String NOBODY = "-";
    private static final int SHOWN = 16;

    private final Security security;
    private final Caller caller;
    private final String issuer;

    AuditTrail(Security security, Caller caller, AccessConfig config) {
        this.security = security;
        this.caller = caller;
        this.issuer = config.issuer().orElse("");
    }

    @ServerResponseFilter
    public void write(ContainerRequestContext request, ContainerResponseContext response) {
        Object operation = request.getProperty(AccessFilter.OPERATION);
        if (!security.on() || operation == null) {
            return;
        }
        Optional<Caller.Identity> who = caller.known();
        AUDIT.infof(
                "who=%s tenant=%s did=\"%s\" status=%d decision=%s request=%s",
                who.map(this::hash).orElse(NOBODY),
                who.map(Caller.Identity::tenant).orElse(NOBODY),
                operation,
                response.getStatus(),
                decision(request, response).orElse(NOBODY),
                RequestIds.logged(request));
    }

    private static Optional<String> decision(ContainerRequestContext request, ContainerResponseContext response) {
        String made = response.getHeaderString(HttpHeaders.LOCATION);
        Matcher in = DECISION.matcher(made == null ? request.getUriInfo().getPath() : made);
        return in.find() ? Optional.of(in.group(1)) : Optional.empty();
    }

    /** Whoever holds the issuer's list of subjects can make it again; the log alone names nobody. */
    private String hash(Caller.Identity who) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + "\n" + who.tenant() + "\n" + who.subject()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
