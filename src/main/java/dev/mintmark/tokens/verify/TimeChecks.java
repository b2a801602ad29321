package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.CheckResult.Code;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The checks of a token's dates. A date that is present is always checked. */
final class TimeChecks {
    /** Types that require an {@code exp} (RFC 9068 section 2.2; refresh tokens by the service's own rule). */
    private static final Set<String> REQUIRES_EXPIRY = Set.of("at+jwt", TokenType.REFRESH_TYPE);

    private final JoseHeader header;
    private final Claims claims;
    private final Expectations expected;
    private final Instant now;

    TimeChecks(JoseHeader header, Claims claims, Expectations expected, Instant now) {
        this.header = header;
        this.claims = claims;
        this.expected = expected;
        this.now = now;
    }

    CheckResult expiry() {
        Optional<Instant> exp = claims.date("exp");
        if (exp.isEmpty()) {
            return mustExpire()
                    ? Check.EXPIRY
                            .failed(Code.CLAIM_MISSING, "The token has no exp, which its type or the caller requires")
                            .at("/payload/exp")
                    : Check.EXPIRY.skipped("The token has no exp, so it never expires");
        }
        CheckResult result = now.isBefore(exp.get().plus(expected.leeway()))
                ? Check.EXPIRY.passed("The token has not expired")
                : Check.EXPIRY.failed(Code.EXPIRED, "The token has expired (leeway included)");
        return dated(result, "exp", exp.get());
    }

    private boolean mustExpire() {
        return header.type().filter(REQUIRES_EXPIRY::contains).isPresent()
                || expected.type().filter(type -> type != TokenType.GENERIC).isPresent()
                || expected.requiredClaims().contains("exp");
    }

    CheckResult notBefore() {
        Optional<Instant> nbf = claims.date("nbf");
        if (nbf.isEmpty()) {
            return Check.NOT_BEFORE.skipped("The token has no nbf, so it is valid from its issue");
        }
        CheckResult result = nbf.get().isAfter(now.plus(expected.leeway()))
                ? Check.NOT_BEFORE.failed(Code.NOT_YET_VALID, "The token is not valid yet (leeway included)")
                : Check.NOT_BEFORE.passed("The token is already valid");
        return dated(result, "nbf", nbf.get());
    }

    CheckResult issuedAt() {
        Optional<Instant> iat = claims.date("iat");
        if (iat.isEmpty()) {
            return expected.maxAge().isPresent()
                    ? Check.ISSUED_AT
                            .failed(Code.CLAIM_MISSING, "The token has no iat, so its age is unknown")
                            .at("/payload/iat")
                    : Check.ISSUED_AT.skipped("The token has no iat, so its age is unknown");
        }
        return dated(issuedAt(iat.get()), "iat", iat.get());
    }

    private CheckResult issuedAt(Instant iat) {
        if (iat.isAfter(now.plus(expected.leeway()))) {
            return Check.ISSUED_AT.failed(Code.CLAIM_INVALID, "The token was issued in the future");
        }
        boolean tooOld = expected.maxAge()
                .filter(age -> iat.plus(age).plus(expected.leeway()).isBefore(now))
                .isPresent();
        return tooOld
                ? Check.ISSUED_AT.failed(Code.CLAIM_INVALID, "The token is older than max_age (leeway included)")
                : Check.ISSUED_AT.passed("The token was issued in the past and is not too old");
    }

    private CheckResult dated(CheckResult result, String name, Instant date) {
        return result.expecting(now.getEpochSecond())
                .finding(date.getEpochSecond())
                .at("/payload/" + name);
    }
}
