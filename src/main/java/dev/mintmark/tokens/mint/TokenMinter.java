package dev.mintmark.tokens.mint;

import dev.mintmark.jose.RandomId;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.TokenType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        JsonMembers claims = unsigned.claims();
        Optional<Instant> issuedAt = date(claims, "iat");
        Optional<Instant> expiresAt = date(claims, "exp");
        expiresAt.ifPresent(exp -> policy.admitLifetime(issuedAt.orElse(now), exp));
        String token = policy.admitLength(spec.key().sign(unsigned.header(), claims), spec.type());
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

    private JsonMembers.Builder defaultClaims(TokenDraft draft, Instant issuedAt) {
        Duration lifetime = draft.lifetime().orElseGet(() -> defaults.lifetime(draft.type()));
        JsonMembers.Builder claims = JsonMembers.builder();
        claims.put("iss", draft.issuer().value());
        defaults.subject().ifPresent(subject -> claims.put("sub", subject));
        putAudience(claims, defaults.audience());
        if (draft.type() == TokenType.ACCESS) {
            defaults.clientId().ifPresent(clientId -> claims.put("client_id", clientId));
        }
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(lifetime).getEpochSecond());
        claims.put("jti", RandomId.next());
        return claims;
    }

    private JsonMembers.Builder defaultHeader(TokenDraft draft) {
        JsonMembers.Builder header = JsonMembers.builder();
        header.put("alg", draft.algorithmName());
        header.put("typ", defaults.typ(draft.type()));
        draft.keyId().ifPresent(keyId -> header.put("kid", keyId));
        return header;
    }

    /** A single audience is written as a string, which most verifiers expect (RFC 7519 section 4.1.3). */
    private static void putAudience(JsonMembers.Builder claims, List<String> audience) {
        if (audience.size() == 1) {
            claims.put("aud", audience.get(0));
        } else if (!audience.isEmpty()) {
            claims.put("aud", audience);
        }
    }

    /** A null removes a default member. A null in any other member is a value. */
    private static JsonMembers overlay(JsonMembers.Builder defaults, JsonMembers requested) {
        defaults.putAll(requested);
        for (String name : ADDED) {
            if (requested.isNull(name)) {
                defaults.remove(name);
            }
        }
        return defaults.build();
    }

    /** Returns a date claim; empty if it is not a number or is beyond the year 9999, which only advice accepts. */
    private static Optional<Instant> date(JsonMembers claims, String name) {
        return claims.value(name)
                .filter(value -> value.isNumber() && Math.abs(value.doubleValue()) < MAX_SECONDS)
                .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }
}
