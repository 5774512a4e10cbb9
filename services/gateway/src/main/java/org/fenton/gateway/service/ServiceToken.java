package org.fenton.gateway.service;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fenton.http.access.Security;

/** Puts the gateway's own token on every call of a neighbour. It is fetched behind, so no call waits for an issuer. */
@ApplicationScoped
public class ServiceToken implements ClientRequestFilter {
    private static final int BEFORE_THE_FIRST_CALL = 100;
    private static final Duration FILE_AGAIN = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final ServiceTokenConfig config;
    private final Security security;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fenton-service-token");
        thread.setDaemon(true);
        return thread;
    });

    private volatile String token;

    ServiceToken(ServiceTokenConfig config, Security security) {
        this.config = config;
        this.security = security;
    }

    void start(@Observes @Priority(BEFORE_THE_FIRST_CALL) StartupEvent event) {
        if (!security.on()) {
            return;
        }
        if (config.file().isEmpty() && config.url().isEmpty()) {
            throw new IllegalStateException(
                    "the gateway has no token for catalog and model: set FENTON_SERVICE_TOKEN_FILE,"
                            + " or FENTON_SERVICE_TOKEN_URL with FENTON_SERVICE_TOKEN_CLIENT_SECRET_FILE");
        }
        renew();
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void renew() {
        Duration next = AFTER_FAILURE;
        try {
            if (config.file().isPresent()) {
                token = Files.readString(config.file().get()).strip();
                next = FILE_AGAIN;
            } else {
                ClientCredentials.Granted granted = ClientCredentials.of(config).grant();
                token = granted.token();
                next = granted.lifetime().multipliedBy(2).dividedBy(3);
            }
        } catch (IOException | RuntimeException failure) {
            Log.warnf("no token for catalog and model: %s; tried again in %d s", failure, AFTER_FAILURE.toSeconds());
        }
        clock.schedule(this::renew, Math.max(1, next.toSeconds()), TimeUnit.SECONDS);
    }

    @Override
    public void filter(ClientRequestContext request) {
        String now = token;
        if (now != null) {
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + now);
        }
    }

    static String secret(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
