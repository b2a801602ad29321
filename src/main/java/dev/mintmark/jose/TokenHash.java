package dev.mintmark.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The value of {@code at_hash} and {@code c_hash} (OpenID Connect Core sections 3.1.3.6 and 3.3.2.11). */
public final class TokenHash {
    private TokenHash() {}

    /**
     * The left half of the hash of a token or code, as base64url.
     *
     * @param algorithm signs the ID token; its name says which hash, and Ed25519 uses SHA-512
     */
    public static String of(Algorithm algorithm, String value) {
        byte[] hash = digest(algorithm).digest(value.getBytes(StandardCharsets.US_ASCII));
        return Base64Url.encode(Arrays.copyOf(hash, hash.length / 2));
    }

    private static MessageDigest digest(Algorithm algorithm) {
        String size =
                algorithm == Algorithm.EDDSA ? "512" : algorithm.joseName().substring(2);
        try {
            return MessageDigest.getInstance("SHA-" + size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-2", e);
        }
    }
}
