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
 * The token that is asked for.
 *
 * @param type what it is to be
 * @param issuer who issues it
 * @param key signs it; {@code alg} and {@code kid} follow from it
 * @param algorithmName the {@code alg} to write, one of the names of the key's algorithm
 * @param lifetime from {@code iat} to {@code exp}, where it is not the type's
 * @param claims what to write over the default claims; null removes one
 * @param headers what to write over the default header parameters; null removes one
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

    /** The same with these claims over its own. */
    public TokenSpec with(Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(claims);
        all.putAll(more);
        return new TokenSpec(type, issuer, key, algorithmName, lifetime, all, headers);
    }

    /** The same without the key. */
    public TokenDraft draft() {
        return new TokenDraft(type, issuer, algorithmName, key.keyId(), lifetime, claims, headers);
    }
}
