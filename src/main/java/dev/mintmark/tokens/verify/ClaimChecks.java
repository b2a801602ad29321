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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
                guarded(Check.SCOPE, () -> authority(Check.SCOPE, expected.scope(), this::scope)),
                guarded(Check.ROLES, () -> authority(Check.ROLES, expected.roles(), () -> claims.texts("roles"))),
                guarded(
                        Check.PERMISSIONS,
                        () -> authority(Check.PERMISSIONS, expected.permissions(), () -> claims.texts("permissions"))));
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
        return same(Check.ISSUER, "iss", expected.issuer().map(Issuer::value), Code.ISSUER_MISMATCH);
    }

    private CheckResult subject() {
        return same(Check.SUBJECT, "sub", expected.subject(), Code.CLAIM_INVALID);
    }

    private CheckResult same(Check check, String name, Optional<String> wanted, Code mismatch) {
        if (wanted.isEmpty()) {
            return check.skipped("No " + check.wireName() + " is expected, so any value passes");
        }
        Optional<String> actual = claims.text(name);
        if (actual.isEmpty()) {
            return check.failed(Code.CLAIM_MISSING, "The token has no " + name)
                    .expecting(wanted.get())
                    .at("/payload/" + name);
        }
        CheckResult result = actual.equals(wanted)
                ? check.passed(name + " has the expected value")
                : check.failed(mismatch, name + " does not have the expected value; the comparison is case-sensitive");
        return result.expecting(wanted.get()).finding(actual.get()).at("/payload/" + name);
    }

    private CheckResult audience() {
        if (expected.audience().isEmpty()) {
            return Check.AUDIENCE.skipped(
                    "No audience is expected, so a token meant for another service passes (RFC 8725 3.9)");
        }
        List<String> actual = claims.texts("aud");
        CheckResult result;
        if (!claims.has("aud")) {
            result = Check.AUDIENCE.failed(Code.CLAIM_MISSING, "The token has no aud");
        } else if (actual.stream().noneMatch(expected.audience()::contains)) {
            result = Check.AUDIENCE.failed(Code.AUDIENCE_MISMATCH, "The token is meant for another audience");
        } else {
            result = Check.AUDIENCE.passed("The token is meant for an expected audience");
        }
        return result.expecting(expected.audience()).finding(actual).at("/payload/aud");
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

    /** {@code scope} is one string (RFC 9068 section 2.2.3); Entra and Okta call it {@code scp}, the latter as array. */
    private List<String> scope() {
        Optional<String> scope = claims.text("scope");
        Stream<String> granted = scope.isPresent() ? scope.stream() : claims.texts("scp").stream();
        return granted.flatMap(value -> Stream.of(value.split(" "))).toList();
    }

    private static CheckResult authority(Check check, List<String> wanted, Supplier<List<String>> claimed) {
        if (wanted.isEmpty()) {
            return check.skipped("No " + check.wireName() + " expected, so any value or none passes");
        }
        List<String> granted = claimed.get();
        List<String> missing =
                wanted.stream().filter(value -> !granted.contains(value)).toList();
        CheckResult result = missing.isEmpty()
                ? check.passed("All expected values are granted")
                : check.failed(Code.INSUFFICIENT_SCOPE, "Not granted: " + missing);
        return result.expecting(wanted).finding(granted).at("/payload/" + check.wireName());
    }
}
