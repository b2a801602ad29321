package dev.mintmark.tokens.mint;

import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.TokenType;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed token with its header and claims.
 *
 * @param token the compact serialization
 * @param type the type it was minted as
 * @param header the signed header
 * @param claims the signed claims
 * @param issuedAt the {@code iat}; empty if it was removed
 * @param expiresAt the {@code exp}; empty if it was removed
 * @param mintedAt the actual time of minting, in whole seconds, independent of {@code iat}
 */
public record MintedToken(
        String token,
        TokenType type,
        JsonMembers header,
        JsonMembers claims,
        Optional<Instant> issuedAt,
        Optional<Instant> expiresAt,
        Instant mintedAt) {

    /** Omits the token, so that a reader of a log cannot use it. */
    @Override
    public String toString() {
        return "MintedToken[" + type + "]";
    }
}
