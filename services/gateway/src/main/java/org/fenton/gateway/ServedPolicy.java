package org.fenton.gateway;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.documents.DocumentException;
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

    /** Of a file that is no policy the operator gets one line with its place, not a stack trace. */
    static RankingPolicy read(Path file) {
        try {
            return PolicyReader.read(Files.readAllBytes(file));
        } catch (IOException missing) {
            throw notStarted(file + " cannot be read");
        } catch (DocumentException | IllegalArgumentException faulty) {
            throw notStarted(file + ": " + faulty.getMessage());
        }
    }

    /** Of this type, and without a cause, Quarkus prints the line alone and ends with code 1. */
    private static ConfigurationException notStarted(String why) {
        return new ConfigurationException("Not started: the policy " + why);
    }
}
