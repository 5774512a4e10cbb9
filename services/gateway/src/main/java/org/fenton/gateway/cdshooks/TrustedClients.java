package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;

/**
 * The clients that an operator trusts, from a file: {@code {"clients":[{"issuer":"https://…","tenant":"…","jwks":{"keys":
 * […]}}]}}; the tenant is whose records its calls make, and is needed where callers must prove who they are. Keys are P-384 or RSA of 2048 bits and more. No address is ever fetched; to rotate, write the new file over the old one.
 */
final class TrustedClients {
    private static final int FEWEST_RSA_BITS = 2048;

    private final Path file;
    private Read read;

    /** A key and the one algorithm that it may sign with. */
    record Key(String algorithm, PublicKey key) {}

    private record Client(String tenant, Map<String, Key> keys) {}

    private record Read(FileTime modified, long size, Map<String, Client> byIssuer) {}

    TrustedClients(Path file) {
        this.file = file;
    }

    /** @throws IllegalStateException when the file cannot be used: nobody is trusted then */
    Optional<Key> key(String issuer, String keyId) {
        return Optional.ofNullable(current().get(issuer)).map(client -> client.keys.get(keyId));
    }

    /** Empty when the operator wrote none down. */
    Optional<String> tenant(String issuer) {
        return Optional.ofNullable(current().get(issuer)).map(Client::tenant).filter(tenant -> !tenant.isBlank());
    }

    private synchronized Map<String, Client> current() {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            if (read == null || !read.modified.equals(modified) || read.size != size) {
                read = new Read(modified, size, parse(Json.parse(Files.readAllBytes(file))));
            }
            return read.byIssuer;
        } catch (IOException | GeneralSecurityException | DocumentException | IllegalArgumentException unusable) {
            throw new IllegalStateException("the file of trusted CDS clients cannot be used: " + file, unusable);
        }
    }

    private static Map<String, Client> parse(JsonNode root) throws GeneralSecurityException {
        Map<String, Client> byIssuer = new TreeMap<>();
        for (JsonNode client : root.path("clients")) {
            Map<String, Key> keys = new TreeMap<>();
            for (JsonNode jwk : client.path("jwks").path("keys")) {
                keys.put(required(jwk, "kid"), key(jwk));
            }
            byIssuer.put(
                    required(client, "issuer"),
                    new Client(client.path("tenant").asText(""), Collections.unmodifiableMap(keys)));
        }
        return byIssuer;
    }

    private static Key key(JsonNode jwk) throws GeneralSecurityException {
        return switch (required(jwk, "kty")) {
            case "EC" -> new Key("ES384", elliptic(jwk));
            case "RSA" -> new Key("RS384", rsa(jwk));
            default -> throw new IllegalArgumentException("a key is of kty EC or RSA");
        };
    }

    private static PublicKey elliptic(JsonNode jwk) throws GeneralSecurityException {
        if (!required(jwk, "crv").equals("P-384")) {
            throw new IllegalArgumentException("an EC key is of crv P-384");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp384r1"));
        ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static PublicKey rsa(JsonNode jwk) throws GeneralSecurityException {
        RSAPublicKey key = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
        if (key.getModulus().bitLength() < FEWEST_RSA_BITS) {
            throw new IllegalArgumentException("an RSA key has at least " + FEWEST_RSA_BITS + " bits");
        }
        return key;
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(required(jwk, name)));
    }

    private static String required(JsonNode node, String name) {
        String text = node.path(name).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return text;
    }
}
