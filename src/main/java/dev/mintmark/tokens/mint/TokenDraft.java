package dev.mintmark.tokens.mint;

import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that is asked for, without the key: enough to say what would be signed.
 *
 * @param type what it is to be
 * @param issuer who issues it
 * @param algorithmName the {@code alg} to write
 * @param keyId the {@code kid} to write
 * @param lifetime from {@code iat} to {@code exp}, where it is not the type's
 * @param claims what to write over the default claims; null removes one
 * @param headers what to write over the default header parameters; null removes one
 */
public record TokenDraft(
        TokenType type,
        Issuer issuer,
        String algorithmName,
        Optional<String> keyId,
        Optional<Duration> lifetime,
        Map<String, @Nullable Object> claims,
        Map<String, @Nullable Object> headers) {

    public TokenDraft {
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
