package dev.mintmark.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints tokens: default claims, what was asked for over them, the policy, a signature. */
public final class TokenMinter {
    private static final Set<String> ADDED =
            Set.of("iss", "sub", "aud", "client_id", "iat", "exp", "jti", "typ", "kid");

    private final TokenDefaults defaults;
    private final TokenPolicy policy;
    private final Clock clock;

    public TokenMinter(TokenDefaults defaults, TokenPolicy policy, Clock clock) {
        this.defaults = defaults;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Signs a token.
     *
     * @throws PolicyViolationException if the spec asks for what is not allowed
     */
    public MintedToken mint(TokenSpec asked) {
        TokenSpec spec = policy.admit(asked);
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant issuedAt = claimed(spec.claims(), "iat").orElse(now);
        Map<String, @Nullable Object> claims = overlay(defaultClaims(spec, issuedAt), spec.claims());
        Optional<Instant> expiresAt = claimed(claims, "exp");
        expiresAt.ifPresent(exp -> policy.admitLifetime(claimed(claims, "iat").orElse(now), exp));
        Map<String, @Nullable Object> header = overlay(defaultHeader(spec), spec.headers());
        String token = spec.key().sign(header, claims);
        return new MintedToken(token, spec.type(), header, claims, claimed(claims, "iat"), expiresAt);
    }

    private Map<String, @Nullable Object> defaultClaims(TokenSpec spec, Instant issuedAt) {
        Duration lifetime = spec.lifetime().orElseGet(() -> defaults.lifetime(spec.type()));
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", spec.issuer().value());
        defaults.subject().ifPresent(subject -> claims.put("sub", subject));
        audience(defaults.audience()).ifPresent(audience -> claims.put("aud", audience));
        if (spec.type() == TokenType.ACCESS) {
            defaults.clientId().ifPresent(clientId -> claims.put("client_id", clientId));
        }
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(lifetime).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private Map<String, @Nullable Object> defaultHeader(TokenSpec spec) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("alg", spec.algorithmName());
        header.put("typ", defaults.typ(spec.type()));
        spec.key().keyId().ifPresent(keyId -> header.put("kid", keyId));
        return header;
    }

    /** One audience is written as a string, as most verifiers like it (RFC 7519 section 4.1.3). */
    private static Optional<Object> audience(List<String> audience) {
        return audience.size() == 1
                ? Optional.of(audience.get(0))
                : Optional.<Object>of(audience).filter(a -> !audience.isEmpty());
    }

    /** A null takes a member away that is ours to add; any other null is a value that the caller wants to have. */
    private static Map<String, @Nullable Object> overlay(
            Map<String, @Nullable Object> defaults, Map<String, @Nullable Object> asked) {
        asked.forEach((name, value) -> {
            if (value == null && ADDED.contains(name)) {
                defaults.remove(name);
                return;
            }
            defaults.put(name, value);
        });
        return defaults;
    }

    private static Optional<Instant> claimed(Map<String, @Nullable Object> claims, String name) {
        return claims.get(name) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
