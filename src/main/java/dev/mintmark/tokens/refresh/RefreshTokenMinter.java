package dev.mintmark.tokens.refresh;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenMinter;
import dev.mintmark.tokens.mint.TokenSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Mints refresh tokens. */
final class RefreshTokenMinter {
    /** Claims of the refresh token itself. The claims of its access tokens are in the grant. */
    static final Set<String> OWN = Set.of("iat", "nbf", "exp", "jti");

    /** Without these claims a refresh token cannot be redeemed, or its lifetime is unknown. */
    private static final Set<String> REQUIRED = Set.of("iat", "exp", "jti");

    private final TokenMinter minter;
    private final TokenDefaults defaults;
    private final RefreshPolicy policy;

    RefreshTokenMinter(TokenMinter minter, TokenDefaults defaults, RefreshPolicy policy) {
        this.minter = minter;
        this.defaults = defaults;
        this.policy = policy;
    }

    /**
     * Returns the end of a family that begins with a refresh token of these claims.
     *
     * @throws PolicyViolationException if a required claim is removed
     */
    Instant familyEnd(JsonMembers own) {
        for (String name : REQUIRED) {
            if (own.isNull(name)) {
                throw new PolicyViolationException("/claims/" + name, "A refresh token requires " + name);
            }
        }
        return seconds(own, "iat").plus(policy.familyLifetime());
    }

    /**
     * Mints the refresh token of a grant.
     *
     * @param own its {@code iat} and {@code jti}, and other requested claims of {@link #OWN}
     * @param requested the requested lifetime; without it and without an {@code exp}, the default, at most the rest of
     *     the family's
     * @throws PolicyViolationException if the token would outlive its family
     */
    MintedToken mint(Grant grant, Issuer issuer, SigningKey key, JsonMembers own, Optional<Duration> requested) {
        Instant issuedAt = seconds(own, "iat");
        Duration rest = Duration.between(issuedAt, grant.end());
        Duration lifetime = own.has("exp")
                ? Duration.between(issuedAt, seconds(own, "exp"))
                : requested.orElseGet(() -> shorter(defaults.lifetime(TokenType.REFRESH), rest));
        if (lifetime.compareTo(rest) > 0) {
            throw new PolicyViolationException(
                    "/expires_in", "The lifetime exceeds that of the family, " + rest.toSeconds() + " seconds");
        }
        JsonMembers.Builder claims = JsonMembers.builder();
        claims.put("iss", issuer.value());
        claims.put("sub", grant.claims().value("sub").orElse(NullNode.getInstance()));
        claims.put("aud", issuer.value());
        claims.put("client_id", grant.claims().value("client_id").orElse(NullNode.getInstance()));
        claims.putAll(own);
        claims.put("sid", grant.family());
        claims.put(Grant.CLAIM, grant.toClaim());
        return minter.mint(TokenSpec.of(
                TokenType.REFRESH,
                issuer,
                key,
                grant.algorithmName(key),
                Optional.of(lifetime),
                claims.build(),
                JsonMembers.EMPTY));
    }

    private static Instant seconds(JsonMembers claims, String name) {
        return Instant.ofEpochSecond(claims.number(name)
                .orElseThrow(() -> new IllegalArgumentException("A refresh token requires a date as its " + name)));
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
