package dev.mintmark.tokens.mint;

import dev.mintmark.jose.SigningKey;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A requested token with its signing key.
 *
 * @param type the type of the token
 * @param issuer the issuer
 * @param key the signing key, which determines {@code alg} and {@code kid}
 * @param algorithmName the {@code alg} parameter, one of the names of the key's algorithm
 * @param lifetime from {@code iat} to {@code exp}, if it differs from the default of the type
 * @param claims claims that override the defaults; null removes a default
 * @param headers header parameters that override the defaults; null removes a default
 */
public record TokenSpec(
        TokenType type,
        Issuer issuer,
        SigningKey key,
        String algorithmName,
        Optional<Duration> lifetime,
        Map<String, @Nullable Object> claims,
        Map<String, @Nullable Object> headers) {

    public TokenSpec {
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns a copy in which these claims override its own. */
    public TokenSpec with(Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(claims);
        all.putAll(more);
        return new TokenSpec(type, issuer, key, algorithmName, lifetime, all, headers);
    }

    /** Returns the same request without the key. */
    public TokenDraft draft() {
        return new TokenDraft(type, issuer, algorithmName, key.keyId(), lifetime, claims, headers);
    }
}
