package dev.mintmark.tokens.mint;

import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.util.Optional;

/**
 * A requested token without its signing key: enough to compose the header and claims.
 *
 * @param type the type of the token
 * @param issuer the issuer
 * @param algorithmName the {@code alg} parameter
 * @param keyId the {@code kid} parameter
 * @param lifetime from {@code iat} to {@code exp}, if it differs from the default of the type
 * @param claims claims that override the defaults; null removes a default
 * @param headers header parameters that override the defaults; null removes a default
 */
public record TokenDraft(
        TokenType type,
        Issuer issuer,
        String algorithmName,
        Optional<String> keyId,
        Optional<Duration> lifetime,
        JsonMembers claims,
        JsonMembers headers) {}
