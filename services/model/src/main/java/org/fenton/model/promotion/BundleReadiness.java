package org.fenton.model.promotion;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fenton.http.ProblemException;

/** Ready once the verified active bundle is in memory. */
@Readiness
@Singleton
class BundleReadiness implements HealthCheck {
    private final ServedBundles served;

    BundleReadiness(ServedBundles served) {
        this.served = served;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("model-bundle");
        try {
            return response.withData("bundle", served.active().id()).up().build();
        } catch (ProblemException e) {
            return response.withData("reason", e.problem().detail()).down().build();
        }
    }
}
