package dev.mintmark.tokens.mint;

import dev.mintmark.jose.JoseHeader;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The limits that every token request must respect. */
public final class TokenPolicy {
    /** {@code alg} follows from the key; {@code b64} and {@code crit} would change how verifiers process the token. */
    private static final Set<String> RESERVED_HEADERS = Set.of("alg", "b64", "crit");

    private final Duration maxLifetime;
    private final int maxTokenLength;

    /** @param maxTokenLength in bytes; a larger token could not be verified by this service */
    public TokenPolicy(TokenDefaults defaults, int maxTokenLength) {
        this.maxLifetime = defaults.maxLifetime();
        this.maxTokenLength = maxTokenLength;
    }

    /**
     * Checks the header parameters of a request.
     *
     * @throws PolicyViolationException with a pointer to the member that breaks a rule
     */
    TokenSpec admit(TokenSpec spec) {
        for (String name : RESERVED_HEADERS) {
            if (spec.headers().has(name)) {
                throw new PolicyViolationException(
                        "/headers/" + name, "The header parameter " + name + " cannot be set");
            }
        }
        if (spec.headers().text("typ").filter(TokenPolicy::isReserved).isPresent()) {
            throw new PolicyViolationException("/headers/typ", "The type refresh+jwt is reserved for refresh tokens");
        }
        return spec;
    }

    static boolean isReserved(String typ) {
        return JoseHeader.normalizedType(typ).equals(TokenType.REFRESH_TYPE);
    }

    /**
     * Checks the resulting lifetime of a token.
     *
     * @throws PolicyViolationException if the lifetime exceeds the maximum
     */
    void admitLifetime(Instant issuedAt, Instant expiresAt) {
        if (Duration.between(issuedAt, expiresAt).compareTo(maxLifetime) > 0) {
            throw new PolicyViolationException(
                    "/expires_in", "The lifetime exceeds the maximum of " + maxLifetime.toSeconds() + " seconds");
        }
    }

    /**
     * Checks the length of a signed token.
     *
     * @throws PolicyViolationException if verification would refuse to parse it
     */
    String admitLength(String token, TokenType type) {
        if (token.length() > maxTokenLength) {
            throw new PolicyViolationException(
                    type == TokenType.REFRESH ? "/refresh" : "/claims",
                    "The token would have " + token.length() + " bytes; the maximum is " + maxTokenLength + " bytes");
        }
        return token;
    }
}
