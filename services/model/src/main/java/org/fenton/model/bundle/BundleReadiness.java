package org.fenton.model.bundle;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a verified bundle is in memory. */
@Readiness
@Singleton
class BundleReadiness implements HealthCheck {
    private final ServedBundle served;

    BundleReadiness(ServedBundle served) {
        this.served = served;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("model-bundle").status(served.isLoaded());
        return served.isLoaded()
                ? response.withData("bundle", served.bundle().id()).build()
                : response.build();
    }
}
