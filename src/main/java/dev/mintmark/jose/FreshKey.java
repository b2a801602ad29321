package dev.mintmark.jose;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/** New key material: RSA of 2048 bits, the algorithm's curve, Ed25519, or a secret as long as the hash. */
public final class FreshKey {
    private static final int RSA_BITS = 2048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshKey() {}

    /** Makes a key for one algorithm; an RSA key takes up to a second of CPU. Its {@code kid} is the thumbprint. */
    public static Jwk of(Algorithm algorithm) {
        KeyMaterial material = algorithm.family() == Algorithm.Family.HMAC ? secret(algorithm) : pair(algorithm);
        Jwk jwk = new Jwk(material, Jwk.Attributes.NONE).withAlgorithm(algorithm.joseName());
        return jwk.withKeyId(jwk.isSecret() ? randomId() : jwk.thumbprint());
    }

    private static KeyMaterial secret(Algorithm algorithm) {
        byte[] bytes = new byte[algorithm.smallestKeyBits() / 8];
        RANDOM.nextBytes(bytes);
        return new KeyMaterial.Secret(bytes);
    }

    /** A thumbprint of a secret would help to guess it (RFC 7638 section 7). */
    private static String randomId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    private static KeyMaterial pair(Algorithm algorithm) {
        try {
            KeyPair pair = generator(algorithm).generateKeyPair();
            return new KeyMaterial.Pair(pair.getPublic(), Optional.of(pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make a key for " + algorithm, e);
        }
    }

    private static KeyPairGenerator generator(Algorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm.family()) {
            case RSA, RSA_PSS -> {
                KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
                rsa.initialize(new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), RANDOM);
                yield rsa;
            }
            case ECDSA -> {
                KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
                ec.initialize(
                        new ECGenParameterSpec(algorithm.curve().orElseThrow().jcaName()), RANDOM);
                yield ec;
            }
            case EDDSA -> KeyPairGenerator.getInstance("Ed25519");
            case HMAC -> throw new IllegalArgumentException("A secret is no pair");
        };
    }
}
