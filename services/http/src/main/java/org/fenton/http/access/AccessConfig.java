package org.fenton.http.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Whose tokens are believed, and what in them says who calls. */
@ConfigMapping(prefix = "fenton.access")
public interface AccessConfig {
    /** The one issuer whose tokens are believed, exactly as its {@code iss} claim says it. */
    Optional<String> issuer();

    /** Has to be among the {@code aud} of every token. */
    @WithDefault("fenton")
    String audience();

    /** Address of the issuer's key set; without it and without {@link #publicKey} the issuer's discovery document names it. */
    Optional<String> keysUrl();

    /** The issuer's only key as PEM, where no address may be called. */
    Optional<String> publicKey();

    /** Claim that lists the roles, {@code /} for a claim in a claim: {@code realm_access/roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** Claim that names the tenant. */
    @WithDefault("tenant")
    String tenantClaim();

    /** Tenants that are served here; any when empty. */
    Optional<Set<String>> tenants();
}
