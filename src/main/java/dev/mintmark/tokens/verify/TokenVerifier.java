package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Claims;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.Verified;
import dev.mintmark.tokens.RevocationsUnavailableException;
import dev.mintmark.tokens.verify.CheckResult.Code;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Verifies tokens strictly (RFC 7515 section 5.2, RFC 7519 section 7.2, RFC 8725) and reports every check. */
public final class TokenVerifier {
    private static final EnumSet<Check> SIGNATURE_CHECKS = EnumSet.range(Check.FORM, Check.CRITICAL_HEADERS);

    private static final CheckResult WELL_FORMED =
            Check.FORM.passed("Three canonical base64url parts and a strict JSON header");

    private final Clock clock;
    private final int maxTokenLength;
    private final RevocationCheck revocation;

    /**
     * @param clock the clock for all dates
     * @param maxTokenLength in bytes; a larger token is not parsed
     * @param revocation applies to tokens that the service signed
     */
    public TokenVerifier(Clock clock, int maxTokenLength, RevocationCheck revocation) {
        this.clock = clock;
        this.maxTokenLength = maxTokenLength;
        this.revocation = revocation;
    }

    /** The extent of verification. */
    public enum Mode {
        /** Signature, claims and dates. */
        FULL,
        /** Only the signature. The payload is opaque bytes and may be empty or not JSON (RFC 7515). */
        SIGNATURE
    }

    /**
     * Verifies a compact token with the given keys. A bad token results in a verdict, never in an exception.
     *
     * @param token nothing but the token; other text around it fails the check {@code form}
     * @throws RevocationsUnavailableException if the store cannot tell whether a token of the service is revoked
     */
    public Verdict verify(String token, TrustedKeys keys, Expectations expected, Mode mode) {
        return verify(parse(token), keys, expected, mode);
    }

    /** Parses a token strictly. A malformed token is no exception. */
    public ParsedToken parse(String token) {
        return parse(token, Optional.empty());
    }

    /**
     * Parses an SD-JWT strictly. Its issuer-signed JWT is verified, its claims with the disclosed values (RFC 9901 section
     * 7.1), and its key-binding JWT with the key in {@code cnf} (section 7.3).
     */
    public ParsedToken parse(SdJwt token) {
        return parse(token.jwt(), Optional.of(token));
    }

    private ParsedToken parse(String token, Optional<SdJwt> sdJwt) {
        boolean isLarge = token.length() > maxTokenLength;
        try {
            if (isLarge) {
                throw new MalformedTokenException("", "The token is larger than " + maxTokenLength + " bytes");
            }
            return new ParsedToken(Optional.of(UnverifiedJws.parse(token)), sdJwt, Optional.empty());
        } catch (MalformedTokenException e) {
            return new ParsedToken(Optional.empty(), sdJwt, Optional.of(isLarge ? e : TokenForms.explain(token, e)));
        }
    }

    /** Verifies a parsed token, see {@link #verify(String, TrustedKeys, Expectations, Mode)}. */
    public Verdict verify(ParsedToken token, TrustedKeys keys, Expectations expected, Mode mode) {
        if (token.error().isPresent()) {
            return new Verdict.Unreadable(unreadable(token, mode));
        }
        UnverifiedJws jws = token.jws().orElseThrow();
        SignatureChecks signature = new SignatureChecks(jws, keys, expected.algorithms());
        Optional<Verified> verified = signature.run();
        Payload payload = mode == Mode.FULL ? payload(jws, token.sdJwt(), expected) : Payload.OPAQUE;
        List<CheckResult> checks = new ArrayList<>(List.of(payload.form()));
        checks.addAll(signature.results());
        if (verified.isEmpty()) {
            payload.results().forEach(result -> checks.add(result.withoutFinding()));
            if (payload.claims().isPresent()) {
                checks.add(Check.REVOCATION.skipped("The signature is not valid, so revocation is not checked"));
            }
            return new Verdict.Unauthentic(jws.header(), checks);
        }
        checks.addAll(payload.results());
        payload.claims()
                .ifPresent(c -> checks.add(revocation.of(keys, verified.get().header(), c)));
        return new Verdict.Authentic(verified.get(), payload.claims(), checks);
    }

    /** The checks of a payload: its form, which includes that of the header, and its claims if they can be read. */
    private record Payload(CheckResult form, Optional<Claims> claims, List<CheckResult> results) {
        static final Payload OPAQUE = new Payload(WELL_FORMED, Optional.empty(), List.of());
    }

    private Payload payload(UnverifiedJws jws, Optional<SdJwt> sdJwt, Expectations expected) {
        try {
            Claims claims = TokenForms.claims(jws, sdJwt);
            List<CheckResult> checks =
                    new ArrayList<>(new ClaimChecks(jws.header(), claims, expected, clock.instant()).run());
            KeyBindingChecks.of(sdJwt, jws, claims, expected, clock.instant()).ifPresent(checks::add);
            return new Payload(form(claims, sdJwt), Optional.of(claims), checks);
        } catch (MalformedTokenException e) {
            EnumSet<Check> rest = all(sdJwt);
            rest.removeAll(SIGNATURE_CHECKS);
            return new Payload(malformed(e), Optional.empty(), skipped(rest, "There are no claims to check"));
        }
    }

    /** The {@code jti} has no check of its own, and must be a string (RFC 7519 section 4.1.7). */
    private static CheckResult form(Claims claims, Optional<SdJwt> sdJwt) {
        try {
            var unused = claims.text("jti");
            return sdJwt.map(TokenForms::passed).orElse(WELL_FORMED);
        } catch (MalformedTokenException e) {
            return malformed(e);
        }
    }

    private static List<CheckResult> unreadable(ParsedToken token, Mode mode) {
        List<CheckResult> checks =
                new ArrayList<>(List.of(malformed(token.error().orElseThrow())));
        EnumSet<Check> rest = mode == Mode.FULL ? all(token.sdJwt()) : EnumSet.copyOf(SIGNATURE_CHECKS);
        rest.remove(Check.FORM);
        checks.addAll(skipped(rest, "The token cannot be read"));
        return checks;
    }

    private static EnumSet<Check> all(Optional<SdJwt> sdJwt) {
        EnumSet<Check> all = EnumSet.allOf(Check.class);
        if (sdJwt.isEmpty()) {
            all.remove(Check.KEY_BINDING);
        }
        return all;
    }

    private static CheckResult malformed(MalformedTokenException e) {
        return Check.FORM.failed(Code.MALFORMED, e.detail()).at(e.pointer());
    }

    private static List<CheckResult> skipped(EnumSet<Check> checks, String message) {
        return checks.stream().map(check -> check.skipped(message)).toList();
    }
}
