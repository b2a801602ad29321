package dev.mintmark.drills.generate;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.SigningKey;

/**
 * A key that signs tokens of a suite.
 *
 * @param id its {@code kid}
 * @param signer signs
 * @param jwk the same key, whose public half is published
 */
public record SuiteKey(String id, SigningKey signer, Jwk jwk) {
    Algorithm algorithm() {
        return signer.algorithm();
    }

    /** The signature with the key's algorithm. */
    byte[] sign(byte[] input) {
        return signer.insecureSignature(algorithm(), input);
    }

    @Override
    public String toString() {
        return "SuiteKey[" + algorithm() + "]";
    }
}
