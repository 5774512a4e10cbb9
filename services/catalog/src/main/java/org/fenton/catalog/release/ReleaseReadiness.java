package org.fenton.catalog.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers and there is a release to serve. Liveness does not depend on either. */
@Readiness
@ApplicationScoped
public class ReleaseReadiness implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("release published");
        try {
            var current = QuarkusTransaction.requiringNew().call(ReleaseEntity::current);
            current.ifPresent(release -> answer.withData("release", release.id));
            return answer.status(current.isPresent()).build();
        } catch (RuntimeException databaseDown) {
            return answer.down()
                    .withData("reason", "the database does not answer")
                    .build();
        }
    }
}
