package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;

/**
 * A JSON Web Token as CDS Hooks 2.0 uses it. Only ES384 and RS384, only the algorithm of the key that the operator wrote
 * down for that issuer; {@code jku}, {@code jwk} and {@code x5u} in a header are not looked at.
 */
record ClientToken(String issuer, String id, Instant expires) {
    private static final int LONGEST = 8192;
    private static final int LONGEST_ID = 255;
    private static final Set<String> ALGORITHMS = Set.of("ES384", "RS384");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** What the token must be good for, and when. */
    record Demand(String audience, Instant now) {}

    /** The token when everything about it is right; which thing was wrong is nobody's business. */
    static Optional<ClientToken> verified(String text, TrustedClients clients, Demand demand) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            String algorithm = header.path("alg").asText("");
            if (!ALGORITHMS.contains(algorithm) || header.has("crit") || !isJwt(header)) {
                return Optional.empty();
            }
            String issuer = claims.path("iss").asText("");
            Optional<TrustedClients.Key> key =
                    clients.key(issuer, header.path("kid").asText(""));
            if (key.isEmpty()
                    || !key.get().algorithm().equals(algorithm)
                    || !isSigned(parts, key.get())
                    || !claims.path("aud").asText("").equals(demand.audience())) {
                return Optional.empty();
            }
            return inTime(issuer, claims, demand.now());
        } catch (DocumentException | IllegalArgumentException | GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<ClientToken> inTime(String issuer, JsonNode claims, Instant now) {
        if (!claims.path("exp").isIntegralNumber() || !claims.path("iat").isIntegralNumber()) {
            return Optional.empty();
        }
        Instant expires = Instant.ofEpochSecond(claims.path("exp").longValue());
        Instant issued = Instant.ofEpochSecond(claims.path("iat").longValue());
        boolean early = issued.isAfter(now.plus(SKEW))
                || (claims.has("nbf")
                        && Instant.ofEpochSecond(claims.path("nbf").longValue()).isAfter(now.plus(SKEW)));
        boolean late = !expires.isAfter(now) || expires.isAfter(issued.plus(LONGEST_LIFE));
        String id = claims.path("jti").asText("");
        if (early || late || id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new ClientToken(issuer, id, expires));
    }

    private static boolean isJwt(JsonNode header) {
        return !header.has("typ") || header.path("typ").asText("").equalsIgnoreCase("JWT");
    }

    private static boolean isSigned(String[] parts, TrustedClients.Key key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                key.algorithm().equals("ES384") ? "SHA384withECDSAinP1363Format" : "SHA384withRSA");
        signature.initVerify(key.key());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonNode json(String part) {
        return Json.parse(Base64.getUrlDecoder().decode(part));
    }
}
