package dev.mintmark.tokens;

import dev.mintmark.jose.Digest128;
import java.util.Locale;

/**
 * The key of a stored revocation or redemption: issuer and id, family, or subject. It is never the text or hash of a
 * token, because an ECDSA signature has a second valid form. Names are digested, so a key has a fixed size and a safe
 * alphabet, and a shared store holds no subject names.
 *
 * @param kind the kind of object that the key names
 * @param high the first half of the digest
 * @param low the second half
 */
public record RevocationKey(Kind kind, long high, long low) {
    /** The kind of object that a key names. */
    public enum Kind {
        /** One token, by {@code iss} and {@code jti}. */
        TOKEN,
        /** All tokens of one grant, by {@code sid} alone, which the service generates. */
        FAMILY,
        /** All tokens of one subject, by {@code iss} and {@code sub}. */
        SUBJECT,
        /** The single use of a refresh token, by {@code iss} and {@code jti}. */
        REDEMPTION;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the key of a named object.
     *
     * @param issuer the {@code iss}; empty for tokens without one
     * @param name the {@code jti}, {@code sid} or {@code sub}
     */
    public static RevocationKey of(Kind kind, String issuer, String name) {
        Digest128 fingerprint = Digest128.of(issuer, name);
        return new RevocationKey(kind, fingerprint.high(), fingerprint.low());
    }

    /** Returns the key of a family. It has no issuer, because access tokens of a family may lack an {@code iss}. */
    public static RevocationKey ofFamily(String sid) {
        return of(Kind.FAMILY, "", sid);
    }

    /** {@code family:} and 32 hexadecimal digits. */
    @Override
    public String toString() {
        return kind.wireName() + ":" + new Digest128(high, low);
    }
}
