package dev.mintmark.tokens;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored revocation.
 *
 * @param since time of the revocation, in whole seconds
 * @param issuedBefore tokens issued at or before this time are revoked, later ones are not; {@link #EVER} revokes all
 */
public record Revocation(Instant since, Instant issuedBefore) {
    /** The last second of the year 9999, after which no token is issued. */
    public static final Instant EVER = Instant.ofEpochSecond(253_402_300_799L);

    /** A revocation of all tokens that the key names, regardless of their issue time. */
    public static Revocation whole(Instant since) {
        return new Revocation(since, EVER);
    }

    /**
     * Whether this revocation covers a token with this {@code iat}. A token without one may be old, so it is covered.
     */
    public boolean covers(Optional<Instant> issuedAt) {
        return issuedAt.filter(iat -> iat.isAfter(issuedBefore)).isEmpty();
    }

    /** Returns the revocation that covers more tokens. Nothing revoked becomes valid again. */
    public Revocation merge(Revocation other) {
        return other.issuedBefore.isAfter(issuedBefore) ? other : this;
    }
}
