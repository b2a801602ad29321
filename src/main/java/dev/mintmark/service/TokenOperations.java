package dev.mintmark.service;

import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenMinter;
import dev.mintmark.tokens.mint.TokenPolicy;
import dev.mintmark.tokens.refresh.RefreshPolicy;
import dev.mintmark.tokens.refresh.RefreshTokenReader;
import dev.mintmark.tokens.refresh.TokenRefresher;
import dev.mintmark.tokens.revoke.TokenRevoker;
import dev.mintmark.tokens.verify.RevocationCheck;
import dev.mintmark.tokens.verify.TokenVerifier;
import java.time.Clock;

/**
 * The operations on tokens.
 *
 * @param minter mints
 * @param verifier verifies
 * @param refresher starts and continues families of tokens
 * @param revoker revokes tokens
 */
public record TokenOperations(
        TokenMinter minter, TokenVerifier verifier, TokenRefresher refresher, TokenRevoker revoker) {
    /**
     * Creates all operations with the same settings.
     *
     * @param clock the clock for all dates
     */
    public static TokenOperations of(
            TokenDefaults defaults,
            RefreshPolicy refresh,
            Revocations revocations,
            RevocationCheck.OnOutage onOutage,
            Clock clock) {
        TokenMinter minter = new TokenMinter(defaults, new TokenPolicy(defaults, refresh.maxTokenLength()), clock);
        RevocationCheck check = new RevocationCheck(revocations, onOutage);
        TokenVerifier verifier = new TokenVerifier(clock, refresh.maxTokenLength(), check);
        return new TokenOperations(
                minter,
                verifier,
                new TokenRefresher(
                        minter, new RefreshTokenReader(verifier, check, clock), revocations, defaults, refresh),
                new TokenRevoker(verifier, revocations, defaults, clock));
    }
}
