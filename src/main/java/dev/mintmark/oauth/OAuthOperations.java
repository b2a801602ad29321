package dev.mintmark.oauth;

import dev.mintmark.issuer.Issuers;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.mint.TokenMinter;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.refresh.TokenRefresher;
import dev.mintmark.tokens.revoke.TokenRevoker;
import dev.mintmark.tokens.verify.TokenVerifier;
import java.time.Clock;
import java.time.Instant;

/**
 * What the grants need of the service: the same operations that {@code POST /tokens} uses, so that both see one world.
 *
 * @param issuers keys and defaults of each issuer
 * @param minter mints
 * @param verifier verifies
 * @param refresher begins and continues families of tokens
 * @param revoker revokes
 * @param revocations remembers what was redeemed and revoked
 * @param refreshPolicy how refresh tokens live
 * @param clock the present for all dates
 */
public record OAuthOperations(
        Issuers issuers,
        TokenMinter minter,
        TokenVerifier verifier,
        TokenRefresher refresher,
        TokenRevoker revoker,
        Revocations revocations,
        RefreshPolicy refreshPolicy,
        Clock clock) {
    /** The present in whole seconds. */
    public Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }
}
