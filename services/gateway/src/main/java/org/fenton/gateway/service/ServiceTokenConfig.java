package org.fenton.gateway.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How the gateway proves to catalog and model who it is: a token from a file, or one got for a client and its secret. */
@ConfigMapping(prefix = "fenton.service-token")
public interface ServiceTokenConfig {
    /** A token that something else keeps fresh; read again when the file changes. */
    Optional<Path> file();

    /** The issuer's token endpoint (grant {@code client_credentials}). */
    Optional<String> url();

    /** Who the gateway is to the issuer. */
    @WithDefault("fenton-gateway")
    String clientId();

    /** Holds the client's secret; a file, since variables show in many places. */
    Optional<Path> clientSecretFile();

    /** What it asks for, where the issuer wants it said. */
    Optional<String> scope();
}
