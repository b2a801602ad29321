package dev.mintmark.tokens;

import dev.mintmark.jose.Digest128;
import java.util.Locale;

/**
 * What a revocation or a redemption is remembered by: issuer and id, family or subject. Never a token's text or hash,
 * for an ECDSA signature has a second valid form. Texts are digested: an id of any length and with any characters takes
 * the same room, is data to every store, and no subject's name lies in a shared one.
 *
 * @param kind what is named
 * @param high the first half of the digest
 * @param low the second half
 */
public record RevocationKey(Kind kind, long high, long low) {
    /** What is named. */
    public enum Kind {
        /** One token, by {@code iss} and {@code jti}. */
        TOKEN,
        /** All tokens of one grant, by {@code sid} alone, which the service makes up itself. */
        FAMILY,
        /** All tokens of one subject, by {@code iss} and {@code sub}. */
        SUBJECT,
        /** The one use of a refresh token, by {@code iss} and {@code jti}. */
        REDEMPTION;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The key of something.
     *
     * @param issuer the {@code iss}; empty for tokens without one
     * @param name the {@code jti}, {@code sid} or {@code sub}
     */
    public static RevocationKey of(Kind kind, String issuer, String name) {
        Digest128 fingerprint = Digest128.of(issuer, name);
        return new RevocationKey(kind, fingerprint.high(), fingerprint.low());
    }

    /** The key of a family: also of its access tokens that were asked for without an {@code iss}. */
    public static RevocationKey ofFamily(String sid) {
        return of(Kind.FAMILY, "", sid);
    }

    /** {@code family:} and 32 hexadecimal digits. */
    @Override
    public String toString() {
        return kind.wireName() + ":" + new Digest128(high, low);
    }
}
