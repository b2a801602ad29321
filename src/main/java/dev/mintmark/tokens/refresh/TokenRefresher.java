package dev.mintmark.tokens.refresh;

import dev.mintmark.jose.Digest128;
import dev.mintmark.jose.RandomId;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.MintedToken;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.mint.TokenMinter;
import dev.mintmark.tokens.mint.TokenSpec;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TrustedKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Begins families of access and refresh tokens and carries them on, with rotation: each refresh token is redeemed once,
 * and a second use, by a thief or after him, ends the family (RFC 9700 section 4.14.2).
 */
public final class TokenRefresher {
    private final TokenMinter minter;
    private final RefreshTokenMinter refreshes;
    private final RefreshTokenReader reader;
    private final Revocations revocations;
    private final TokenDefaults defaults;
    private final RefreshPolicy policy;

    public TokenRefresher(
            TokenMinter minter,
            RefreshTokenReader reader,
            Revocations revocations,
            TokenDefaults defaults,
            RefreshPolicy policy) {
        this.minter = minter;
        this.refreshes = new RefreshTokenMinter(minter, defaults, policy);
        this.reader = reader;
        this.revocations = revocations;
        this.defaults = defaults;
        this.policy = policy;
    }

    /**
     * Mints an access token and the first refresh token of a new family.
     *
     * @throws PolicyViolationException if the spec asks for what is not allowed, or for more than a refresh token holds
     */
    public TokenPair start(TokenSpec asked) {
        return start(asked, Map.of(), Optional.empty());
    }

    /**
     * Mints the first refresh token of a new family alone. Dates, lifetime and id that are asked for are its own, all
     * else is the access tokens' to come.
     *
     * @throws PolicyViolationException if the spec asks for what is not allowed, or for more than a refresh token holds
     */
    public MintedToken startAlone(TokenSpec asked) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(asked.claims());
        own.keySet().retainAll(RefreshTokenMinter.OWN);
        Map<String, @Nullable Object> granted = new LinkedHashMap<>(asked.claims());
        granted.keySet().removeAll(RefreshTokenMinter.OWN);
        // Minted and not given out: all that would be refused with it is refused without it.
        TokenSpec access = new TokenSpec(
                TokenType.ACCESS,
                asked.issuer(),
                asked.key(),
                asked.algorithmName(),
                Optional.empty(),
                granted,
                asked.headers());
        return start(access, own, asked.lifetime()).refresh();
    }

    private TokenPair start(TokenSpec asked, Map<String, @Nullable Object> own, Optional<Duration> lifetime) {
        String family = RandomId.next();
        TokenSpec spec = asked.with(Map.of("sid", family));
        MintedToken access = minter.mint(spec);
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        fixed.put("iat", access.issuedAt().orElse(access.mintedAt()).getEpochSecond());
        fixed.put("jti", RandomId.next());
        fixed.putAll(own);
        Issuer issuer =
                access.claims().get("iss") instanceof String iss && !iss.isBlank() ? new Issuer(iss) : spec.issuer();
        Grant grant = Grant.of(family, refreshes.familyEnd(fixed), spec, access);
        MintedToken refresh = refreshes.mint(grant, issuer, spec.key(), fixed, lifetime);
        if (refresh.token().length() > policy.maxTokenLength()) {
            throw new PolicyViolationException(
                    "/refresh",
                    "The claims are too many for a refresh token of at most " + policy.maxTokenLength() + " bytes");
        }
        return new TokenPair(access, refresh);
    }

    /**
     * Reads a refresh token.
     *
     * @param keys of the service's ring
     * @throws RefreshRejectedException with all that is wrong with it
     * @throws RevocationsUnavailableException if nobody can tell whether it is revoked
     */
    public RefreshToken read(String token, TrustedKeys keys) {
        return reader.read(token, keys);
    }

    /**
     * Redeems a refresh token for a fresh pair of the same family. Used a second time, outside of the grace, it ends
     * the family.
     *
     * @param narrowing how much less the access token is to have
     * @param key signs both
     * @throws RefreshRejectedException if it was redeemed before, or for more than was granted
     * @throws RevocationsUnavailableException if nobody can tell whether it was
     */
    public TokenPair redeem(RefreshToken token, GrantRestriction narrowing, SigningKey key) {
        Grant grant = token.grant();
        Map<String, @Nullable Object> claims = narrowing.of(grant.claims());
        Instant issuedAt = redeem(token);
        // Derived, so that who redeems it again within the grace gets the same tokens and no second branch.
        Digest128 id = Digest128.of("access", token.issuer().value(), token.id(), narrowing.toString());
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("jti", id.toUuid().toString());
        claims.put("sid", grant.family());
        Optional<Duration> lifetime =
                grant.lifetime().map(life -> RefreshTokenMinter.shorter(life, defaults.maxLifetime()));
        String algorithm = grant.algorithmName(key);
        MintedToken access = minter.mint(
                new TokenSpec(TokenType.ACCESS, token.issuer(), key, algorithm, lifetime, claims, grant.headers()));
        UUID next = Digest128.of("refresh", token.issuer().value(), token.id()).toUuid();
        Map<String, @Nullable Object> own = Map.of("iat", issuedAt.getEpochSecond(), "jti", next.toString());
        return new TokenPair(access, refreshes.mint(grant, token.issuer(), key, own, Optional.empty()));
    }

    /** The moment of the redemption. */
    private Instant redeem(RefreshToken token) {
        RevocationKey key = RevocationKey.of(Kind.REDEMPTION, token.issuer().value(), token.id());
        Instant until = token.expiresAt().plus(Expectations.MAX_LEEWAY);
        Optional<Instant> earlier = revocations.redeemOnce(key, token.readAt(), until);
        if (earlier.isEmpty()) {
            return token.readAt();
        }
        boolean lost = !policy.grace().isZero()
                && !token.readAt().isAfter(earlier.get().plus(policy.grace()));
        if (lost) {
            return earlier.get();
        }
        Grant grant = token.grant();
        Instant end = grant.lastExpiry(defaults.maxLifetime()).plus(Expectations.MAX_LEEWAY);
        revocations.revoke(RevocationKey.ofFamily(grant.family()), Revocation.whole(token.readAt()), end);
        throw RefreshRejectedException.of(
                "/refresh_token",
                "reused",
                "The refresh token was redeemed before: whoever used it twice, all tokens of its family are revoked");
    }
}
