package dev.mintmark.tokens.mint;

import dev.mintmark.tokens.TokenType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed token and what was signed.
 *
 * @param token the compact serialization
 * @param type what it was minted as
 * @param header the header as it was signed
 * @param claims the claims as they were signed
 * @param issuedAt the {@code iat}, unless it was removed
 * @param expiresAt the {@code exp}, unless it was removed
 * @param mintedAt when it was really made, in whole seconds, whatever its {@code iat} says
 */
public record MintedToken(
        String token,
        TokenType type,
        Map<String, @Nullable Object> header,
        Map<String, @Nullable Object> claims,
        Optional<Instant> issuedAt,
        Optional<Instant> expiresAt,
        Instant mintedAt) {

    public MintedToken {
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** Without the token: whoever reads a log must not be able to use it. */
    @Override
    public String toString() {
        return "MintedToken[" + type + "]";
    }
}
