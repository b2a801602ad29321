package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.JoseHeader;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.kinds.Inference;
import dev.mintmark.kinds.Kinds;
import dev.mintmark.tokens.Issuer;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.verify.CheckResult.Code;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The checks of a claims set against expectations at one point in time. All checks are reported, also after a failure.
 */
final class ClaimChecks {
    private final JoseHeader header;
    private final Claims claims;
    private final Expectations expected;
    private final TimeChecks time;

    ClaimChecks(JoseHeader header, Claims claims, Expectations expected, Instant now) {
        this.header = header;
        this.claims = claims;
        this.expected = expected;
        this.time = new TimeChecks(header, claims, expected, now);
    }

    List<CheckResult> run() {
        return List.of(
                guarded(Check.TYPE, this::type),
                guarded(Check.EXPIRY, time::expiry),
                guarded(Check.NOT_BEFORE, time::notBefore),
                guarded(Check.ISSUED_AT, time::issuedAt),
                guarded(Check.ISSUER, this::issuer),
                guarded(Check.AUDIENCE, this::audience),
                guarded(Check.SUBJECT, this::subject),
                guarded(Check.REQUIRED_CLAIMS, this::requiredClaims),
                guarded(
                        Check.SCOPE,
                        () -> authority(Check.SCOPE, expected.scope(), () -> AuthorityClaims.scope(claims))),
                guarded(Check.ROLES, this::roles),
                guarded(
                        Check.PERMISSIONS,
                        () -> authority(
                                Check.PERMISSIONS, expected.permissions(), () -> AuthorityClaims.permissions(claims))));
    }

    /** A claim of the wrong JSON type fails its own check only. */
    private static CheckResult guarded(Check check, Supplier<CheckResult> run) {
        try {
            return run.get();
        } catch (MalformedTokenException e) {
            return check.failed(Code.MALFORMED, e.detail()).at(e.pointer());
        }
    }

    private CheckResult type() {
        if (expected.type().isEmpty()) {
            return Check.TYPE.skipped("No type is expected, so a token of any kind passes (RFC 8725 2.8)");
        }
        TokenType type = expected.type().get();
        Inference kind = Kinds.infer(header.members().json(), claims.members().json());
        CheckResult result = type.accepts(kind)
                ? Check.TYPE.passed("The token is of the expected type")
                : Check.TYPE.failed(Code.TYPE_MISMATCH, "The token is of another kind. " + kind.reason());
        return result.expecting(type.wireName()).finding(kind.kind().wireName()).at("/header/typ");
    }

    private CheckResult issuer() {
        Set<String> issuers = expected.issuers().stream().map(Issuer::value).collect(Collectors.toSet());
        return oneOf(Check.ISSUER, "iss", issuers, Code.ISSUER_MISMATCH);
    }

    private CheckResult subject() {
        Set<String> subjects = expected.subject().map(Set::of).orElse(Set.of());
        return oneOf(Check.SUBJECT, "sub", subjects, Code.CLAIM_INVALID);
    }

    /** The claim must be a string, expected or not (RFC 7519 section 4.1). */
    private CheckResult oneOf(Check check, String name, Set<String> wanted, Code mismatch) {
        Optional<String> actual = claims.text(name);
        if (wanted.isEmpty()) {
            return check.skipped("No " + check.wireName() + " is expected, so any value passes");
        }
        Object expecting = wanted.size() == 1 ? wanted.iterator().next() : List.copyOf(wanted);
        if (actual.isEmpty()) {
            return check.failed(Code.CLAIM_MISSING, "The token has no " + name)
                    .expecting(expecting)
                    .at("/payload/" + name);
        }
        CheckResult result = wanted.contains(actual.get())
                ? check.passed(name + " has the expected value")
                : check.failed(mismatch, name + " does not have the expected value; the comparison is case-sensitive");
        return result.expecting(expecting).finding(actual.get()).at("/payload/" + name);
    }

    /** The claim must be a string or an array of strings, expected or not (RFC 7519 section 4.1.3). */
    private CheckResult audience() {
        List<String> actual = claims.texts("aud");
        if (expected.audience().isEmpty()) {
            return Check.AUDIENCE.skipped(
                    "No audience is expected, so a token meant for another service passes (RFC 8725 3.9)");
        }
        return audience(actual).expecting(expected.audience()).finding(actual).at("/payload/aud");
    }

    private CheckResult audience(List<String> actual) {
        if (!claims.has("aud")) {
            return Check.AUDIENCE.failed(Code.CLAIM_MISSING, "The token has no aud");
        }
        return Collections.disjoint(actual, Set.copyOf(expected.audience()))
                ? Check.AUDIENCE.failed(Code.AUDIENCE_MISMATCH, "The token is meant for another audience")
                : Check.AUDIENCE.passed("The token is meant for an expected audience");
    }

    private CheckResult requiredClaims() {
        if (expected.requiredClaims().isEmpty()) {
            return Check.REQUIRED_CLAIMS.skipped("No claims are required");
        }
        List<String> missing = expected.requiredClaims().stream()
                .filter(name -> !claims.has(name))
                .toList();
        CheckResult result = missing.isEmpty()
                ? Check.REQUIRED_CLAIMS.passed("All required claims are present")
                : Check.REQUIRED_CLAIMS.failed(Code.CLAIM_MISSING, "Required claims are missing: " + missing);
        return result.expecting(expected.requiredClaims()).at("/payload");
    }

    private CheckResult roles() {
        CheckResult result = authority(Check.ROLES, expected.roles(), () -> AuthorityClaims.roles(claims, expected));
        return expected.rolesClaim()
                .map(pointer -> result.at("/payload" + pointer))
                .orElse(result);
    }

    private static CheckResult authority(Check check, List<String> wanted, Supplier<List<String>> claimed) {
        if (wanted.isEmpty()) {
            return check.skipped("No " + check.wireName() + " expected, so any value or none passes");
        }
        List<String> granted = claimed.get();
        Set<String> index = Set.copyOf(granted);
        List<String> missing =
                wanted.stream().filter(value -> !index.contains(value)).toList();
        CheckResult result = missing.isEmpty()
                ? check.passed("All expected values are granted")
                : check.failed(Code.INSUFFICIENT_SCOPE, "Not granted: " + missing);
        return result.expecting(wanted).finding(granted).at("/payload/" + check.wireName());
    }
}
