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

/** Reads refresh tokens, and rejects all but genuine live ones of the service that are not revoked. */
public final class RefreshTokenReader {
    private final TokenVerifier verifier;
    private final RevocationCheck revocation;
    private final Clock clock;

    /** @param revocation is asked whatever becomes of verifications in an outage */
    public RefreshTokenReader(TokenVerifier verifier, RevocationCheck revocation, Clock clock) {
        this.verifier = verifier;
        this.revocation = revocation;
        this.clock = clock;
    }

    /**
     * Reads a refresh token.
     *
     * @param keys of the service's ring
     * @throws RefreshRejectedException with all that is wrong with it
     * @throws RevocationsUnavailableException if nobody can tell whether it is revoked
     */
    RefreshToken read(String token, TrustedKeys keys) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Claims claims = verified(token, keys);
        RefreshToken read = read(claims, now);
        if (!now.isBefore(read.grant().end())) {
            // The leeway is for clocks that differ, not for a family to outlive its end.
            throw RefreshRejectedException.of(
                    "/refresh_token", CheckResult.Code.EXPIRED.wireName(), "The family of the token has ended");
        }
        CheckResult revoked = revocation.of(claims, false);
        if (revoked.isFailed()) {
            throw rejected(List.of(revoked));
        }
        return read;
    }

    /** What another issuer signs with the same keys may be of the type and lack the rest. */
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

    /** A caller may write any claim, {@code typ} and {@code grant} too, but not the header's {@code typ}. */
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
                    "/refresh_token", CheckResult.Code.TYPE_MISMATCH.wireName(), "The token is no refresh token");
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
