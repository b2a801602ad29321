package dev.mintmark.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What must be known on every replica: what was revoked, and what may be used once and has been. Every implementation
 * passes {@code RevocationsContract}. What is acknowledged is kept until the moment that was named, and nothing that is
 * still needed makes room for anything else.
 */
public interface Revocations {
    /**
     * Remembers a revocation. Asked again, the first one stays, unless the new one strikes more tokens.
     *
     * @param until how long to remember
     * @return what holds now
     * @throws RevocationsUnavailableException if it cannot be remembered
     */
    Revocation revoke(RevocationKey key, Revocation revocation, Instant until);

    /**
     * Whether these are revoked, in one look: each answer in the place of its key.
     *
     * @throws RevocationsUnavailableException if nobody knows
     */
    List<Optional<Revocation>> isRevoked(List<RevocationKey> keys);

    /**
     * Redeems what may be used once: of any number of callers at any replicas one wins.
     *
     * @param now remembered as the moment of redemption, in whole seconds
     * @param until how long to remember; nothing must be redeemable any more by then
     * @return empty for the winner, else the moment of the redemption that came first
     * @throws RevocationsUnavailableException if nobody knows
     */
    Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until);
}
