package dev.mintmark.jose;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tries secrets on an HMAC-signed token, to find tokens that are signed with a well-known secret. Reuses one {@link
 * Mac} and is therefore not thread-safe.
 */
public final class HmacProbe {
    private final Algorithm algorithm;
    private final Mac mac;
    private final byte[] input;
    private final byte[] signature;

    private HmacProbe(Algorithm algorithm, Mac mac, byte[] input, byte[] signature) {
        this.algorithm = algorithm;
        this.mac = mac;
        this.input = input;
        this.signature = signature;
    }

    /** Creates a probe; empty if the algorithm is not HMAC or the signature has the wrong length. */
    public static Optional<HmacProbe> of(String algorithmName, byte[] signingInput, byte[] signature) {
        return Algorithm.parse(algorithmName)
                .filter(algorithm -> algorithm.family() == Algorithm.Family.HMAC)
                .filter(algorithm -> algorithm.signatureBytes() == signature.length)
                .map(algorithm -> new HmacProbe(algorithm, mac(algorithm), signingInput.clone(), signature.clone()));
    }

    private static Mac mac(Algorithm algorithm) {
        try {
            return Mac.getInstance(algorithm.jcaName());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this secret produces the signature. */
    public boolean isSignedBy(byte[] secret) {
        // HMAC pads a key with zeros, so an empty key equals one zero byte; the JCA accepts only the latter.
        byte[] key = secret.length == 0 ? new byte[1] : secret;
        try {
            mac.init(new SecretKeySpec(key, algorithm.jcaName()));
            return MessageDigest.isEqual(mac.doFinal(input), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes that were signed. */
    public int inputBytes() {
        return input.length;
    }

    @Override
    public String toString() {
        return "HmacProbe[" + algorithm + "]";
    }
}
