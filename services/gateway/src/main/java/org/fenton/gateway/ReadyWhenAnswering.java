package org.fenton.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fenton.gateway.catalog.Releases;
import org.fenton.http.ProblemException;

/** Ready once a release is in hand; afterwards a silent catalog does not make the gateway unready. */
@Readiness
@ApplicationScoped
public class ReadyWhenAnswering implements HealthCheck {
    private final Releases releases;

    ReadyWhenAnswering(Releases releases) {
        this.releases = releases;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("release")
                    .up()
                    .withData("release", releases.current().releaseId())
                    .build();
        } catch (ProblemException missing) {
            return HealthCheckResponse.named("release")
                    .down()
                    .withData("reason", missing.problem().detail())
                    .build();
        }
    }
}
