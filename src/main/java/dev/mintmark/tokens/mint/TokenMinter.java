package dev.mintmark.tokens.mint;

import dev.mintmark.jose.RandomId;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mints tokens: merges defaults and requested claims, applies the policy and signs. */
public final class TokenMinter {
    private static final Set<String> ADDED =
            Set.of("iss", "sub", "aud", "client_id", "iat", "exp", "jti", "typ", "kid");

    /** The seconds of the year 10000. */
    private static final double MAX_SECONDS = 253_402_300_800.0;

    private final TokenDefaults defaults;
    private final TokenPolicy policy;
    private final Clock clock;

    public TokenMinter(TokenDefaults defaults, TokenPolicy policy, Clock clock) {
        this.defaults = defaults;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Composes and signs a token.
     *
     * @throws PolicyViolationException if the request asks for something that is not allowed
     */
    public MintedToken mint(TokenSpec requested) {
        TokenSpec spec = policy.admit(requested);
        Instant now = now();
        UnsignedToken unsigned = compose(spec.draft(), now);
        Map<String, @Nullable Object> claims = unsigned.claims();
        Optional<Instant> issuedAt = date(claims, "iat");
        Optional<Instant> expiresAt = date(claims, "exp");
        expiresAt.ifPresent(exp -> policy.admitLifetime(issuedAt.orElse(now), exp));
        String token = spec.key().sign(unsigned.header(), claims);
        return new MintedToken(token, spec.type(), unsigned.header(), claims, issuedAt, expiresAt, now);
    }

    /** Composes the header and claims without applying the policy, for advice on a token request. */
    public UnsignedToken compose(TokenDraft draft) {
        return compose(draft, now());
    }

    private UnsignedToken compose(TokenDraft draft, Instant now) {
        Instant issuedAt = date(draft.claims(), "iat").orElse(now);
        return new UnsignedToken(
                overlay(defaultHeader(draft), draft.headers()),
                overlay(defaultClaims(draft, issuedAt), draft.claims()));
    }

    private Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    private Map<String, @Nullable Object> defaultClaims(TokenDraft draft, Instant issuedAt) {
        Duration lifetime = draft.lifetime().orElseGet(() -> defaults.lifetime(draft.type()));
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", draft.issuer().value());
        defaults.subject().ifPresent(subject -> claims.put("sub", subject));
        audience(defaults.audience()).ifPresent(audience -> claims.put("aud", audience));
        if (draft.type() == TokenType.ACCESS) {
            defaults.clientId().ifPresent(clientId -> claims.put("client_id", clientId));
        }
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(lifetime).getEpochSecond());
        claims.put("jti", RandomId.next());
        return claims;
    }

    private Map<String, @Nullable Object> defaultHeader(TokenDraft draft) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("alg", draft.algorithmName());
        header.put("typ", defaults.typ(draft.type()));
        draft.keyId().ifPresent(keyId -> header.put("kid", keyId));
        return header;
    }

    /** A single audience is written as a string, which most verifiers expect (RFC 7519 section 4.1.3). */
    private static Optional<Object> audience(List<String> audience) {
        return audience.size() == 1
                ? Optional.of(audience.get(0))
                : Optional.<Object>of(audience).filter(a -> !audience.isEmpty());
    }

    /** A null removes a default member. A null in any other member is a value. */
    private static Map<String, @Nullable Object> overlay(
            Map<String, @Nullable Object> defaults, Map<String, @Nullable Object> requested) {
        requested.forEach((name, value) -> {
            if (value == null && ADDED.contains(name)) {
                defaults.remove(name);
                return;
            }
            defaults.put(name, value);
        });
        return defaults;
    }

    /** Returns a date claim; empty if it is not a number or is beyond the year 9999, which only advice accepts. */
    private static Optional<Instant> date(Map<String, @Nullable Object> claims, String name) {
        return claims.get(name) instanceof Number seconds && Math.abs(seconds.doubleValue()) < MAX_SECONDS
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
