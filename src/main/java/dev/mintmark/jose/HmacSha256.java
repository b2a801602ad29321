package dev.mintmark.jose;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 and secrets that no key of this package accepts: empty ones, short ones, public keys. */
public final class HmacSha256 {
    private static final String NAME = "HmacSHA256";

    private HmacSha256() {}

    /** The HMAC of the input, for drills alone. The secret may be empty. */
    public static byte[] insecureSignature(byte[] secret, byte[] input) {
        // HMAC pads a key with zeros, so an empty key equals one zero byte; the JCA accepts only the latter.
        byte[] key = secret.length == 0 ? new byte[1] : secret;
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key, NAME));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + NAME, e);
        }
    }
}
