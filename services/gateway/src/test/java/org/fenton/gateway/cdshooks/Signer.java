package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A CDS client's key pair and what it can sign with it, rightly or not. */
final class Signer {
    private static final int COORDINATE = 48;

    final String keyId;
    final String algorithm;
    final KeyPair pair;

    private Signer(String keyId, String algorithm, KeyPair pair) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.pair = pair;
    }

    static Signer elliptic(String keyId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return new Signer(keyId, "ES384", generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Signer rsa(String keyId, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new Signer(keyId, "RS384", generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ObjectNode jwk() {
        ObjectNode jwk = JsonNodeFactory.instance.objectNode().put("kid", keyId);
        if (pair.getPublic() instanceof ECPublicKey key) {
            return jwk.put("kty", "EC")
                    .put("crv", "P-384")
                    .put("x", number(key.getW().getAffineX(), COORDINATE))
                    .put("y", number(key.getW().getAffineY(), COORDINATE));
        }
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return jwk.put("kty", "RSA")
                .put("n", number(key.getModulus(), key.getModulus().bitLength() / 8))
                .put("e", number(key.getPublicExponent(), 3));
    }

    ObjectNode header() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("alg", algorithm)
                .put("typ", "JWT")
                .put("kid", keyId);
    }

    String token(ObjectNode header, ObjectNode claims) {
        String signed = part(header) + "." + part(claims);
        try {
            Signature signature =
                    Signature.getInstance(algorithm.equals("ES384") ? "SHA384withECDSAinP1363Format" : "SHA384withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String part(ObjectNode node) {
        return encoded(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String number(BigInteger value, int bytes) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[bytes];
        int from = Math.max(0, raw.length - bytes);
        int length = raw.length - from;
        System.arraycopy(raw, from, fixed, bytes - length, length);
        return encoded(Arrays.copyOf(fixed, bytes));
    }
}
