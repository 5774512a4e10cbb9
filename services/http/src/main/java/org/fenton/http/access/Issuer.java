package org.fenton.http.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Tells Quarkus' OpenID Connect extension what a good token is. Keys come from the configured address and no other. */
@ApplicationScoped
public class Issuer implements TenantConfigResolver {
    /** A key that is not known is asked for again, so that keys may be rotated; but not more often than this. */
    private static final Duration KEYS_AGAIN = Duration.ofSeconds(10);

    private final AccessConfig config;

    private volatile OidcTenantConfig issuer;

    Issuer(AccessConfig config) {
        this.config = config;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (issuer == null) {
            issuer = describe();
        }
        return Uni.createFrom().item(issuer);
    }

    private OidcTenantConfig describe() {
        String name = config.issuer().orElseThrow();
        OidcTenantConfigBuilder builder = OidcTenantConfig.builder().tenantId("fenton");
        if (config.publicKey().isPresent()) {
            builder.publicKey(config.publicKey().get());
        } else {
            builder.authServerUrl(name);
            config.keysUrl().ifPresent(keys -> builder.discoveryEnabled(false).jwksPath(keys));
        }
        return builder.roles()
                .roleClaimPath(List.of(config.rolesClaim()))
                .end()
                .token()
                .issuer(name)
                .audience(config.audience())
                .subjectRequired()
                .issuedAtRequired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .forcedJwkRefreshInterval(KEYS_AGAIN)
                .end()
                .build();
    }
}
