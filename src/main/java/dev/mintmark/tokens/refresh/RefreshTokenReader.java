package dev.mintmark.tokens.refresh;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.refresh.RefreshRejectedException.Reason;
import dev.mintmark.tokens.verify.CheckResult;
import dev.mintmark.tokens.verify.Expectations;
import dev.mintmark.tokens.verify.RevocationCheck;
import dev.mintmark.tokens.verify.TokenVerifier;
import dev.mintmark.tokens.verify.TrustedKeys;
import dev.mintmark.tokens.verify.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads refresh tokens. Rejects all but genuine, unexpired and unrevoked refresh tokens of the service. */
public final class RefreshTokenReader {
    private final TokenVerifier verifier;
    private final RevocationCheck revocation;
    private final Clock clock;

    /** @param revocation is always asked, also if verification ignores an outage of the store */
    public RefreshTokenReader(TokenVerifier verifier, RevocationCheck revocation, Clock clock) {
        this.verifier = verifier;
        this.revocation = revocation;
        this.clock = clock;
    }

    /**
     * Reads a refresh token.
     *
     * @param keys of the service's ring
     * @throws RefreshRejectedException with every failed check
     * @throws RevocationsUnavailableException if the store cannot answer
     */
    RefreshToken read(String token, TrustedKeys keys) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Claims claims = verified(token, keys);
        RefreshToken read = read(claims, now);
        if (!now.isBefore(read.grant().end())) {
            // The leeway compensates for clock skew and does not extend a family.
            throw RefreshRejectedException.of(
                    "/refresh_token", CheckResult.Code.EXPIRED.wireName(), "The family of the token has ended");
        }
        CheckResult revoked = revocation.of(claims, false);
        if (revoked.isFailed()) {
            throw rejected(List.of(revoked));
        }
        return read;
    }

    /** Another issuer with the same keys may sign tokens of this type that lack the other claims. */
    private static RefreshToken read(Claims claims, Instant now) {
        try {
            return new RefreshToken(
                    Grant.of(claims),
                    new Issuer(required("iss", claims.text("iss").filter(iss -> !iss.isBlank()))),
                    required("jti", claims.text("jti")),
                    required("exp", claims.date("exp")),
                    now);
        } catch (MalformedTokenException e) {
            throw RefreshRejectedException.of(
                    "/refresh_token", CheckResult.Code.MALFORMED.wireName(), "The token has no grant of this service");
        }
    }

    private static <T> T required(String name, Optional<T> claim) {
        return claim.orElseThrow(() -> new MalformedTokenException("/payload/" + name, "The token has no " + name));
    }

    /** Callers may set any claim, including {@code typ} and {@code grant}, but not the header's {@code typ}. */
    private Claims verified(String token, TrustedKeys keys) {
        Verdict verdict = verifier.verify(
                token,
                TrustedKeys.of(keys.keys()),
                Expectations.of(Optional.of(TokenType.REFRESH)),
                TokenVerifier.Mode.FULL);
        List<CheckResult> failures =
                verdict.checks().stream().filter(CheckResult::isFailed).toList();
        if (!failures.isEmpty() || !(verdict instanceof Verdict.Authentic authentic)) {
            throw rejected(failures);
        }
        if (!authentic.token().header().type().equals(Optional.of(TokenType.REFRESH_TYPE))) {
            throw RefreshRejectedException.of(
                    "/refresh_token", CheckResult.Code.TYPE_MISMATCH.wireName(), "The token is not a refresh token");
        }
        return Claims.parse(authentic.token().payload());
    }

    private static RefreshRejectedException rejected(List<CheckResult> failures) {
        List<Reason> reasons = new ArrayList<>();
        for (CheckResult failure : failures) {
            String code = failure.code().map(CheckResult.Code::wireName).orElse("malformed");
            reasons.add(new Reason("/refresh_token", code, failure.message()));
        }
        return new RefreshRejectedException(reasons);
    }
}
