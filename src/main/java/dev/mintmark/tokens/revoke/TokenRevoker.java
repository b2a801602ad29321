package dev.mintmark.tokens.revoke;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.PolicyViolationException;
import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.RevocationKey.Kind;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.mint.TokenDefaults;
import dev.mintmark.tokens.refresh.Grant;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Revokes tokens before they expire. Revocation is idempotent. */
public final class TokenRevoker {
    private final TokenVerifier verifier;
    private final Revocations revocations;
    private final Duration maxLifetime;
    private final Clock clock;

    public TokenRevoker(TokenVerifier verifier, Revocations revocations, TokenDefaults defaults, Clock clock) {
        this.verifier = verifier;
        this.revocations = revocations;
        this.maxLifetime = defaults.maxLifetime();
        this.clock = clock;
    }

    /**
     * Revokes a token, expired or not. For a refresh token, revokes all tokens of its family (RFC 7009 section 2.1).
     *
     * @param keys of the service's ring
     * @throws MalformedTokenException if it cannot be read
     * @throws PolicyViolationException if the token is not signed by the service, or has no {@code jti}
     * @throws RevocationsUnavailableException if the revocation cannot be stored
     */
    public RevocationResult revoke(String token, TrustedKeys keys) {
        Verdict verdict = verifier.verify(token, keys, Expectations.NONE, TokenVerifier.Mode.SIGNATURE);
        if (verdict instanceof Verdict.Unreadable) {
            throw new MalformedTokenException("/token", verdict.checks().get(0).message());
        }
        if (!(verdict instanceof Verdict.Authentic authentic) || !verdict.isValid()) {
            throw new PolicyViolationException("/token", "The token is not signed by a key of this service");
        }
        Claims claims = Claims.parse(authentic.token().payload());
        boolean refresh = authentic.token().header().type().equals(Optional.of(TokenType.REFRESH_TYPE));
        if (refresh) {
            Grant grant = Grant.of(claims);
            return store(RevocationKey.ofFamily(grant.family()), whole(), grant.lastExpiry(maxLifetime));
        }
        String id = claims.text("jti")
                .orElseThrow(() -> new PolicyViolationException(
                        "/token", "The token has no jti to revoke it by; revoke by subject"));
        Instant expiry = claims.date("exp").orElseGet(() -> now().plus(maxLifetime));
        return store(RevocationKey.of(Kind.TOKEN, claims.text("iss").orElse(""), id), whole(), expiry);
    }

    /** Revokes the token with this {@code jti}, whether or not one exists. */
    public RevocationResult revokeId(Issuer issuer, String id) {
        RevocationKey key = RevocationKey.of(Kind.TOKEN, issuer.value(), id);
        return storeUnbound(key, whole(), now());
    }

    /** Revokes all tokens of a subject whose {@code iat} is at or before this time, or absent. */
    public RevocationResult revokeSubject(Issuer issuer, String subject, Instant issuedBefore) {
        RevocationKey key = RevocationKey.of(Kind.SUBJECT, issuer.value(), subject);
        Instant end = issuedBefore.isBefore(now()) ? now() : issuedBefore.plusSeconds(1);
        return storeUnbound(key, new Revocation(now(), issuedBefore), end);
    }

    /** Entries outlive the tokens by the largest leeway, so that no token becomes valid again within it. */
    private RevocationResult store(RevocationKey key, Revocation revocation, Instant expiry) {
        Instant until = expiry.plus(Expectations.MAX_LEEWAY);
        boolean past = !until.isAfter(now());
        return new RevocationResult(
                key.kind(), past ? revocation : revocations.revoke(key, revocation, until), until, now());
    }

    private RevocationResult storeUnbound(RevocationKey key, Revocation revocation, Instant acknowledgeAt) {
        Instant until = now().plus(maxLifetime).plus(Expectations.MAX_LEEWAY);
        return new RevocationResult(
                key.kind(), revocations.revokeUnbound(key, revocation, until), until, acknowledgeAt);
    }

    private Revocation whole() {
        return Revocation.whole(now());
    }

    private Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }
}
