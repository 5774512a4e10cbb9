package org.fenton.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a service says of itself; the name and version default to the build's. */
@ConfigMapping(prefix = "fenton.service")
public interface ServiceInfoConfig {
    /** Id of the service in {@code /service-info}. */
    @WithDefault("org.fenton.${quarkus.application.name}")
    String id();

    /** Its name there. */
    @WithDefault("${quarkus.application.name}")
    String name();

    /** Its version there. */
    @WithDefault("${quarkus.application.version}")
    String version();

    /** What it is for. */
    Optional<String> description();

    /** Where it is documented. */
    Optional<String> documentationUrl();

    /** For example {@code prod} or {@code local}. */
    Optional<String> environment();

    /** Who runs it. */
    @WithDefault("Fenton")
    String organizationName();

    /** Their address. */
    @WithDefault("urn:fenton")
    String organizationUrl();
}
