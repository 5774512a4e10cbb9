package org.fenton.catalog.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers and there is a release to serve. Liveness does not depend on either. */
@Readiness
@ApplicationScoped
public class ReleaseReadiness implements HealthCheck {
    @Override
    @Transactional
    public HealthCheckResponse call() {
        var current = ReleaseEntity.current();
        var answer = HealthCheckResponse.named("release published").status(current.isPresent());
        current.ifPresent(release -> answer.withData("release", release.id));
        return answer.build();
    }
}
