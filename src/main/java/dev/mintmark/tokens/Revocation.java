package dev.mintmark.tokens;

import java.time.Instant;
import java.util.Optional;

/**
 * That something was revoked.
 *
 * @param since when, in whole seconds
 * @param issuedBefore tokens issued at this moment or earlier are revoked, later ones are not; {@link #EVER} for all
 */
public record Revocation(Instant since, Instant issuedBefore) {
    /** The last second of the year 9999, after which no token is issued. */
    public static final Instant EVER = Instant.ofEpochSecond(253_402_300_799L);

    /** Of all tokens that the key names, whenever they were issued. */
    public static Revocation whole(Instant since) {
        return new Revocation(since, EVER);
    }

    /** Whether it strikes a token with this {@code iat}; one without might be old, so it does. */
    public boolean covers(Optional<Instant> issuedAt) {
        return issuedAt.filter(iat -> iat.isAfter(issuedBefore)).isEmpty();
    }

    /** This one, or the later of the two: what is revoked stays revoked. */
    public Revocation merge(Revocation asked) {
        return asked.issuedBefore.isAfter(issuedBefore) ? asked : this;
    }
}
