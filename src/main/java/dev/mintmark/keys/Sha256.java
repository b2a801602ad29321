package dev.mintmark.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest of this room: for the ETag and for telling generations apart. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
