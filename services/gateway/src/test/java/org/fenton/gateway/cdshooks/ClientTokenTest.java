package org.fenton.gateway.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of forged tokens: each differs from a good one in one thing. */
class ClientTokenTest {
    private static final String AUDIENCE = "https://fenton.example/cds-services/fenton-candidates";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Signer EC = Signer.elliptic("ec-1");
    private static final Signer RSA = Signer.rsa("rsa-1", 2048);
    private static final Signer STRANGER = Signer.elliptic("ec-1");

    @TempDir
    Path folder;

    private Path file;
    private TrustedClients clients;

    @BeforeEach
    void trust() throws IOException {
        file = folder.resolve("clients.json");
        write(EC, RSA);
        clients = new TrustedClients(file);
    }

    private void write(Signer... signers) throws IOException {
        Files.writeString(file, clients("https://ehr.example", signers).toString());
    }

    static ObjectNode clients(String issuer, Signer... signers) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode client = root.putArray("clients").addObject().put("issuer", issuer);
        ArrayNode keys = client.putObject("jwks").putArray("keys");
        for (Signer signer : signers) {
            keys.add(signer.jwk());
        }
        return root;
    }

    private static ObjectNode claims() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", "https://ehr.example")
                .put("aud", AUDIENCE)
                .put("iat", NOW.getEpochSecond() - 10)
                .put("exp", NOW.getEpochSecond() + 200)
                .put("jti", "once");
    }

    private Optional<ClientToken> verified(String token) {
        return ClientToken.verified(token, clients, new ClientToken.Demand(AUDIENCE, NOW));
    }

    @Test
    void aGoodTokenOfEitherAlgorithmIsTaken() {
        assertEquals(
                "once", verified(EC.token(EC.header(), claims())).orElseThrow().id());
        assertEquals(
                "https://ehr.example",
                verified(RSA.token(RSA.header(), claims())).orElseThrow().issuer());
        assertTrue(verified(EC.token(EC.header(), with("nbf", NOW.getEpochSecond())))
                .isPresent());
    }

    @Test
    void anAddressInTheHeaderIsNotLookedAt() {
        ObjectNode header = EC.header().put("jku", "http://127.0.0.1:9/keys").put("x5u", "http://127.0.0.1:9/x");
        header.set("jwk", STRANGER.jwk());
        assertTrue(verified(EC.token(header, claims())).isPresent(), "the file's key counts");
        assertTrue(verified(STRANGER.token(header, claims())).isEmpty(), "the header's key does not");
    }

    private static ObjectNode with(String name, Object value) {
        ObjectNode claims = claims();
        if (value == null) {
            claims.remove(name);
        } else if (value instanceof Long number) {
            claims.put(name, number);
        } else {
            claims.put(name, value.toString());
        }
        return claims;
    }

    private static String signed(ObjectNode claims) {
        return EC.token(EC.header(), claims);
    }

    private static String hmac(byte[] secret, String algorithm, String keyId) {
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", algorithm)
                .put("typ", "JWT")
                .put("kid", keyId);
        String text = Signer.part(header) + "." + Signer.part(claims());
        try {
            Mac mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(secret, "HmacSHA384"));
            return text + "." + Signer.encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<Arguments> forged() {
        long now = NOW.getEpochSecond();
        String good = signed(claims());
        String[] parts = good.split("\\.");
        ObjectNode none =
                JsonNodeFactory.instance.objectNode().put("alg", "none").put("kid", "ec-1");
        ObjectNode other = JsonNodeFactory.instance.objectNode().put("sub", "x");
        return Stream.of(
                forged("no token", ""),
                forged("two parts", parts[0] + "." + parts[1]),
                forged("four parts", good + ".x"),
                forged("no JSON", "e30.@@." + parts[2]),
                forged("too long", good + "A".repeat(9000)),
                forged("alg none, no signature", Signer.part(none) + "." + parts[1] + "."),
                forged("alg none, a signature", Signer.part(none) + "." + parts[1] + "." + parts[2]),
                forged(
                        "alg missing",
                        EC.token(JsonNodeFactory.instance.objectNode().put("kid", "ec-1"), claims())),
                forged(
                        "HMAC with the public key as secret",
                        hmac(RSA.pair.getPublic().getEncoded(), "HS384", "rsa-1")),
                forged("HMAC that calls itself RS384", hmac(RSA.pair.getPublic().getEncoded(), "RS384", "rsa-1")),
                forged(
                        "an algorithm of the key's family but not allowed",
                        RSA.token(RSA.header().put("alg", "RS256"), claims())),
                forged("algorithm of another key", EC.token(EC.header().put("kid", "rsa-1"), claims())),
                forged(
                        "algorithm and key exchanged",
                        EC.token(EC.header().put("alg", "RS384").put("kid", "rsa-1"), claims())),
                forged("a stranger's key under a known id", STRANGER.token(STRANGER.header(), claims())),
                forged("unknown key id", EC.token(EC.header().put("kid", "ec-2"), claims())),
                forged(
                        "no key id",
                        EC.token(JsonNodeFactory.instance.objectNode().put("alg", "ES384"), claims())),
                forged(
                        "a critical header",
                        EC.token(
                                EC.header()
                                        .set(
                                                "crit",
                                                JsonNodeFactory.instance
                                                        .arrayNode()
                                                        .add("b64")),
                                claims())),
                forged("no JWT", EC.token(EC.header().put("typ", "at+jwt"), claims())),
                forged("claims exchanged after signing", parts[0] + "." + Signer.part(other) + "." + parts[2]),
                forged("signature cut", good.substring(0, good.length() - 4)),
                forged("signature of zeros", parts[0] + "." + parts[1] + "." + Signer.encoded(new byte[96])),
                forged("unknown issuer", signed(with("iss", "https://other.example"))),
                forged("no issuer", signed(with("iss", null))),
                forged("audience of another service", signed(with("aud", AUDIENCE + "/feedback"))),
                forged("audience with a slash more", signed(with("aud", AUDIENCE + "/"))),
                forged("no audience", signed(with("aud", null))),
                forged("audience among others", signed((ObjectNode) claims().set(
                                "aud",
                                JsonNodeFactory.instance
                                        .arrayNode()
                                        .add(AUDIENCE)
                                        .add("x")))),
                forged("expired", signed(with("exp", now - 1))),
                forged("expires now", signed(with("exp", now))),
                forged("no expiry", signed(with("exp", null))),
                forged("expiry as text", signed(with("exp", "never"))),
                forged("lives longer than five minutes", signed(with("exp", now + 3600))),
                forged("issued in the future", signed(with("iat", now + 120))),
                forged("no time of issue", signed(with("iat", null))),
                forged("not yet valid", signed(with("nbf", now + 120))),
                forged("no jti", signed(with("jti", null))),
                forged("blank jti", signed(with("jti", " "))),
                forged("endless jti", signed(with("jti", "x".repeat(300)))));
    }

    private static Arguments forged(String how, String token) {
        return Arguments.of(how, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void aForgedTokenIsNotTaken(String how, String token) {
        assertTrue(verified(token).isEmpty());
    }

    @Test
    void aRotatedKeyIsSeenWithoutARestart() throws IOException {
        Signer next = Signer.elliptic("ec-2");
        assertTrue(verified(next.token(next.header(), claims())).isEmpty());
        write(next);
        Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(1)));
        assertTrue(verified(next.token(next.header(), claims())).isPresent());
        assertTrue(verified(EC.token(EC.header(), claims())).isEmpty(), "the old key is gone");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("a short RSA key", (Function<Signer, String>) signer ->
                        clients("https://ehr.example", Signer.rsa("weak", 1024)).toString()),
                Arguments.of("no JSON", (Function<Signer, String>) signer -> "{"),
                Arguments.of("no key id", (Function<Signer, String>)
                        signer -> clients("i", signer).toString().replace("kid", "kit")),
                Arguments.of("another curve", (Function<Signer, String>)
                        signer -> clients("i", signer).toString().replace("P-384", "P-256")),
                Arguments.of("a symmetric key", (Function<Signer, String>)
                        signer -> clients("i", signer).toString().replace("\"EC\"", "\"oct\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void aFileThatCannotBeUsedTrustsNobody(String why, Function<Signer, String> content) throws IOException {
        Files.writeString(file, content.apply(EC));
        TrustedClients broken = new TrustedClients(file);
        String token = EC.token(EC.header(), claims());
        assertThrows(
                IllegalStateException.class,
                () -> ClientToken.verified(token, broken, new ClientToken.Demand(AUDIENCE, NOW)));
    }
}
