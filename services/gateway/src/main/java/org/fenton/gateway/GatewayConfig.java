package org.fenton.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator may set of the gateway; docs/operations/configuration.md has the table. */
@ConfigMapping(prefix = "fenton.gateway")
public interface GatewayConfig {
    /** Where others reach the gateway: in links of cards, and in the audience that a CDS client's token must name. */
    @WithDefault("http://127.0.0.1:${quarkus.http.port}")
    String publicUrl();

    /** A policy instead of the shipped one, for example that of a class pack (docs/class-packs.md). */
    Optional<Path> policy();

    /** A folder of output folders of {@code fenton rescore}, shown under {@code /v1/rescoring-runs}; none unless named. */
    Optional<Path> runs();

    /** How long an {@code Idempotency-Key} is remembered. */
    @WithDefault("24h")
    Duration idempotencyKept();

    /** Rankings that may wait at once after {@code Prefer: respond-async}. */
    @WithDefault("64")
    int asyncWaiting();

    /** After this a ranking that was asked for with {@code Prefer: respond-async} is given up. */
    @WithDefault("60s")
    Duration asyncPatience();

    Cds cds();

    /** The edge towards CDS Hooks clients. */
    interface Cds {
        /** Whether a call must carry a client's token. */
        @WithDefault("REQUIRED")
        Trust trust();

        /** A JSON file of the clients that are trusted and their keys; read again when it changes. */
        Optional<Path> clients();

        /** Origins whose pages may call; none unless named. */
        Optional<List<String>> allowedOrigins();

        /** Whether the free text of an override is kept; it may hold what identifies a patient. */
        @WithDefault("false")
        boolean keepComments();
    }

    enum Trust {
        REQUIRED,
        OFF
    }
}
