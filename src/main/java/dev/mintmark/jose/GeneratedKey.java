package dev.mintmark.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/** New key material: RSA of 2048 bits, the algorithm's curve, Ed25519, or a secret as long as the hash. */
public final class GeneratedKey {
    private static final int RSA_BITS = 2048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedKey() {}

    /**
     * Generates a key for one algorithm; an RSA key takes up to one second of CPU. The {@code kid} is the thumbprint,
     * or random for a secret.
     */
    public static Jwk of(Algorithm algorithm) {
        KeyMaterial material = switch (algorithm.family()) {
            case HMAC -> new KeyMaterial.Secret(random(algorithm.smallestKeyBits() / 8));
            case EDDSA -> ed25519();
            case RSA, RSA_PSS, ECDSA -> pair(algorithm);
        };
        Jwk jwk = new Jwk(material, JwkAttributes.NONE).withAlgorithm(algorithm.joseName());
        return jwk.withKeyId(jwk.isSecret() ? randomId() : jwk.thumbprint());
    }

    /** Guesses could be tested against the thumbprint of a secret (RFC 7638 section 7). */
    private static String randomId() {
        return Base64Url.encode(random(16));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Any 32 bytes are a private key (RFC 8032 section 5.1.5). */
    private static KeyMaterial ed25519() {
        return Ed25519.pair(random(Ed25519.BYTES));
    }

    private static KeyMaterial pair(Algorithm algorithm) {
        try {
            KeyPair pair = generator(algorithm).generateKeyPair();
            KeyFactory jdk = NativeCrypto.jdkFactory(pair.getPublic().getAlgorithm());
            PublicKey publicKey = (PublicKey) jdk.translateKey(pair.getPublic());
            PrivateKey privateKey = (PrivateKey) jdk.translateKey(pair.getPrivate());
            return new KeyMaterial.Pair(publicKey, Optional.of(privateKey));
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
            case EDDSA, HMAC -> throw new IllegalArgumentException(algorithm + " needs random bytes alone");
        };
    }
}
