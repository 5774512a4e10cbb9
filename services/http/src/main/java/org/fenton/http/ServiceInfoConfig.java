package org.fenton.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a service says of itself; the name and version default to the build's. */
@ConfigMapping(prefix = "fenton.service")
public interface ServiceInfoConfig {
    @WithDefault("org.fenton.${quarkus.application.name}")
    String id();

    @WithDefault("${quarkus.application.name}")
    String name();

    @WithDefault("${quarkus.application.version}")
    String version();

    Optional<String> description();

    Optional<String> documentationUrl();

    /** For example {@code prod} or {@code local}. */
    Optional<String> environment();

    @WithDefault("Fenton")
    String organizationName();

    @WithDefault("urn:fenton")
    String organizationUrl();
}
