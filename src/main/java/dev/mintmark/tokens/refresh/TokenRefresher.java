package dev.mintmark.tokens.refresh;

import dev.mintmark.jose.Digest128;
import dev.mintmark.jose.RandomId;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.JsonMembers;
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
import java.util.Optional;
import java.util.UUID;

/**
 * Starts and continues families of access and refresh tokens with rotation. Each refresh token is redeemed once; a
 * second use revokes the family (RFC 9700 section 4.14.2).
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
     * @throws PolicyViolationException if the policy rejects the request, or the refresh token would be too large
     */
    public TokenPair start(TokenSpec requested) {
        return start(requested, RandomId.next(), JsonMembers.EMPTY, Optional.empty());
    }

    /**
     * Mints an access token and the first refresh token of a new family that has its id already.
     *
     * @param family the {@code sid} of all its tokens
     * @param refreshLifetime of the refresh token, where it is not the default
     * @throws PolicyViolationException if the policy rejects the request, or the refresh token would be too large
     */
    public TokenPair start(TokenSpec requested, String family, Optional<Duration> refreshLifetime) {
        return start(requested, family, JsonMembers.EMPTY, refreshLifetime);
    }

    /**
     * Mints only the first refresh token of a new family. The requested dates, lifetime and id apply to the refresh
     * token, everything else to its future access tokens.
     *
     * @throws PolicyViolationException if the policy rejects the request, or the refresh token would be too large
     */
    public MintedToken startAlone(TokenSpec requested) {
        JsonMembers own = requested.claims().only(RefreshTokenMinter.OWN);
        JsonMembers granted = requested.claims().without(RefreshTokenMinter.OWN);
        // The access token is minted and discarded, so that the same policy applies.
        TokenSpec access = TokenSpec.of(
                TokenType.ACCESS,
                requested.issuer(),
                requested.key(),
                requested.algorithmName(),
                Optional.empty(),
                granted,
                requested.headers());
        return start(access, RandomId.next(), own, requested.lifetime()).refresh();
    }

    private TokenPair start(TokenSpec requested, String family, JsonMembers own, Optional<Duration> lifetime) {
        TokenSpec spec = requested.with(JsonMembers.builder().put("sid", family).build());
        MintedToken access = minter.mint(spec);
        JsonMembers fixed = JsonMembers.builder()
                .put("iat", access.issuedAt().orElse(access.mintedAt()).getEpochSecond())
                .put("jti", RandomId.next())
                .putAll(own)
                .build();
        Issuer issuer = access.claims()
                .text("iss")
                .filter(iss -> !iss.isBlank())
                .map(Issuer::new)
                .orElse(spec.issuer());
        Grant grant = Grant.of(family, refreshes.familyEnd(fixed), spec, access);
        MintedToken refresh = refreshes.mint(grant, issuer, spec.key(), fixed, lifetime);
        return new TokenPair(access, refresh);
    }

    /**
     * Reads a refresh token.
     *
     * @param keys of the service's ring
     * @throws RefreshRejectedException with every failed check
     * @throws RevocationsUnavailableException if the store cannot answer
     */
    public RefreshToken read(String token, TrustedKeys keys) {
        return reader.read(token, keys);
    }

    /**
     * Redeems a refresh token for a new pair of the same family. A second use outside the grace period revokes the
     * family.
     *
     * @param restriction the part of the grant that the access token receives
     * @param key signs both
     * @throws RefreshRejectedException if the token was already used, or the request exceeds the grant
     * @throws RevocationsUnavailableException if the store cannot answer
     */
    public TokenPair redeem(RefreshToken token, GrantRestriction restriction, SigningKey key) {
        Grant grant = token.grant();
        JsonMembers restricted = restriction.of(grant.claims());
        Instant issuedAt = redeem(token);
        // Derived ids: redeeming again within the grace period returns the same tokens and does not fork the family.
        Digest128 id = Digest128.of("access", token.issuer().value(), token.id(), restriction.toString());
        JsonMembers claims = restricted.toBuilder()
                .put("iat", issuedAt.getEpochSecond())
                .put("jti", id.toUuid().toString())
                .put("sid", grant.family())
                .build();
        Optional<Duration> lifetime =
                grant.lifetime().map(life -> RefreshTokenMinter.shorter(life, defaults.maxLifetime()));
        String algorithm = grant.algorithmName(key);
        MintedToken access = minter.mint(
                TokenSpec.of(TokenType.ACCESS, token.issuer(), key, algorithm, lifetime, claims, grant.headers()));
        UUID next = Digest128.of("refresh", token.issuer().value(), token.id()).toUuid();
        JsonMembers own = JsonMembers.builder()
                .put("iat", issuedAt.getEpochSecond())
                .put("jti", next.toString())
                .build();
        return new TokenPair(access, refreshes.mint(grant, token.issuer(), key, own, Optional.empty()));
    }

    /** Returns the time of the redemption. */
    private Instant redeem(RefreshToken token) {
        RevocationKey key = RevocationKey.of(Kind.REDEMPTION, token.issuer().value(), token.id());
        Instant until = token.expiresAt().plus(Expectations.MAX_LEEWAY);
        Optional<Instant> earlier = revocations.redeemOnce(key, token.readAt(), until);
        if (earlier.isEmpty()) {
            return token.readAt();
        }
        boolean withinGrace = !policy.grace().isZero()
                && !token.readAt().isAfter(earlier.get().plus(policy.grace()));
        if (withinGrace) {
            return earlier.get();
        }
        Grant grant = token.grant();
        Instant end = grant.lastExpiry(defaults.maxLifetime()).plus(Expectations.MAX_LEEWAY);
        revocations.revoke(RevocationKey.ofFamily(grant.family()), Revocation.whole(token.readAt()), end);
        throw RefreshRejectedException.of(
                "/refresh_token",
                "reused",
                "The refresh token was already used. All tokens of its family have been revoked.");
    }
}
