package dev.mintmark.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The revocation store and of redeemed single-use values, shared by all replicas. An acknowledged entry is kept
 * until its given end; no live entry is evicted. Every implementation passes {@code RevocationsContract}.
 */
public interface Revocations {
    /**
     * Stores a revocation. An earlier revocation of the same key stays, unless the new one covers more tokens.
     *
     * @param until end of the entry, in whole seconds
     * @return the revocation that is now in force
     * @throws RevocationsUnavailableException if the revocation cannot be stored
     */
    Revocation revoke(RevocationKey key, Revocation revocation, Instant until);

    /**
     * Stores a revocation of a name that a caller gave, which need not belong to any token. Such entries fill at most
     * half of the store, so that they leave room for redemptions and for revocations of genuine tokens.
     *
     * @param until end of the entry, in whole seconds
     * @return the revocation that is now in force
     * @throws RevocationsUnavailableException if the revocation cannot be stored, also because that half is full
     */
    Revocation revokeUnbound(RevocationKey key, Revocation revocation, Instant until);

    /**
     * Looks up these keys in one call. Each result has the position of its key.
     *
     * @throws RevocationsUnavailableException if the store cannot answer
     */
    List<Optional<Revocation>> isRevoked(List<RevocationKey> keys);

    /**
     * Redeems a single-use value. Of any number of concurrent callers on any replicas, one wins.
     *
     * @param now stored as the time of redemption, in whole seconds
     * @param until end of the entry; the value must have expired by then
     *
     * @return empty for the winner, otherwise the time of the first redemption
     * @throws RevocationsUnavailableException if the store cannot answer
     */
    Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until);
}
