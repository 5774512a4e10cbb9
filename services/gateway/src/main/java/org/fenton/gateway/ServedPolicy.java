package org.fenton.gateway;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.documents.PolicyReader;

/** The policy that new rankings are made under: the shipped one, or the file that the operator names. A bad file stops the start. */
@Startup
@ApplicationScoped
public class ServedPolicy {
    private final RankingPolicy policy;

    ServedPolicy(GatewayConfig config) {
        policy = config.policy().map(ServedPolicy::read).orElseGet(PolicyReader::shipped);
    }

    public RankingPolicy current() {
        return policy;
    }

    private static RankingPolicy read(Path file) {
        try {
            return PolicyReader.read(Files.readAllBytes(file));
        } catch (IOException missing) {
            throw new UncheckedIOException("the policy " + file + " cannot be read", missing);
        }
    }
}
