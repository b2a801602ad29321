package dev.mintmark.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest of the house: for thumbprints, the ETag, generations and fingerprints. */
public final class Sha256 {
    private Sha256() {}

    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
