package org.fenton.http.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.RateLimit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request through to its method only when the rules and its token say so, before anything of its body is read. */
@ApplicationScoped
public class AccessFilter {
    /** Property of a request: the operation, as the rules write it. */
    public static final String OPERATION = "fenton.operation";

    private static final int UNAUTHORIZED = 401;
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*(\\w+)\\s*:[^}]*}");

    private final Security security;
    private final AccessRules rules;
    private final AccessConfig config;
    private final CurrentIdentityAssociation association;
    private final Caller caller;
    private final RateLimit limit;

    AccessFilter(
            Security security,
            AccessRules rules,
            AccessConfig config,
            CurrentIdentityAssociation association,
            Caller caller,
            RateLimit limit) {
        this.security = security;
        this.rules = rules;
        this.config = config;
        this.association = association;
        this.caller = caller;
        this.limit = limit;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Response> admit(ContainerRequestContext request, ResourceInfo resource) {
        if (!security.on()) {
            return null;
        }
        String path = path(resource);
        Set<String> roles = rules.roles(request.getMethod(), path).orElse(Set.of());
        request.setProperty(OPERATION, request.getMethod() + " " + path);
        if (AccessRules.isForAnyone(roles)) {
            return null;
        }
        return association
                .getDeferredIdentity()
                .onFailure(AuthenticationFailedException.class)
                .transform(forged -> unauthenticated())
                .map(identity -> {
                    check(identity, roles);
                    return null;
                });
    }

    private void check(SecurityIdentity identity, Set<String> roles) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw unauthenticated();
        }
        Optional<Object> tenant = Optional.ofNullable(token.getClaim(config.tenantClaim()));
        String named = tenant.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> TENANT.matcher(name).matches())
                .orElseThrow(AccessFilter::unauthenticated);
        caller.is(new Caller.Identity(named, token.getSubject()));
        boolean served = config.tenants().map(known -> known.contains(named)).orElse(true);
        if (!served || roles.stream().noneMatch(identity::hasRole)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    served ? "none of this caller's roles may do this" : "this caller's tenant is not served here");
        }
        limit.tenant(named);
    }

    /** The address as the rules and the description of the API write it. */
    private static String path(ResourceInfo resource) {
        String path = join(of(resource.getResourceClass()), of(resource.getResourceMethod()));
        return EXPRESSION.matcher(path).replaceAll("{$1}");
    }

    private static String of(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String join(String left, String right) {
        String joined = ("/" + left + "/" + right).replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    static WebApplicationException unauthenticated() {
        return new WebApplicationException(Response.status(UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
    }
}
