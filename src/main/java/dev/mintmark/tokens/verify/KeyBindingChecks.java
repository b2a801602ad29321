package dev.mintmark.tokens.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Claims;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkReader;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.MalformedTokenException;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.tokens.verify.CheckResult.Code;
import dev.mintmark.tokens.verify.Expectations.KeyBinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The check of the key-binding JWT of an SD-JWT (RFC 9901 section 7.3): its type, its signature by the key in {@code cnf} of
 * the token, its dates, {@code aud}, {@code nonce} and {@code sd_hash}.
 */
final class KeyBindingChecks {
    private static final String TYPE = "kb+jwt";

    private final SdJwt token;
    private final UnverifiedJws issued;
    private final Claims claims;
    private final Expectations expected;
    private final Instant now;

    private KeyBindingChecks(SdJwt token, UnverifiedJws issued, Claims claims, Expectations expected, Instant now) {
        this.token = token;
        this.issued = issued;
        this.claims = claims;
        this.expected = expected;
        this.now = now;
    }

    /**
     * The result; empty for a token that cannot have a key-binding JWT and need not.
     *
     * @param issued the issuer-signed JWT
     * @param claims its claims with the disclosed values
     */
    static Optional<CheckResult> of(
            Optional<SdJwt> token, UnverifiedJws issued, Claims claims, Expectations expected, Instant now) {
        if (token.isEmpty()) {
            return expected.keyBinding()
                    .map(demand ->
                            failed(Code.CLAIM_MISSING, "The token is not an SD-JWT, so it has no key-binding JWT"));
        }
        return Optional.of(new KeyBindingChecks(token.get(), issued, claims, expected, now).run());
    }

    private CheckResult run() {
        if (token.keyBinding().isEmpty()) {
            return expected.keyBinding().isPresent()
                    ? failed(Code.CLAIM_MISSING, "The SD-JWT has no key-binding JWT")
                    : Check.KEY_BINDING.skipped(
                            "The SD-JWT has no key-binding JWT, so the presenter has not proved to hold its key");
        }
        try {
            return verify(UnverifiedJws.parse(token.keyBinding().get()));
        } catch (MalformedTokenException e) {
            return failed(Code.MALFORMED, "The key-binding JWT: " + e.detail());
        }
    }

    private CheckResult verify(UnverifiedJws jws) {
        if (!jws.header().type().equals(Optional.of(TYPE))) {
            return failed(Code.TYPE_MISMATCH, "The typ of the key-binding JWT is not kb+jwt (RFC 9901 4.3)");
        }
        if (!jws.header().critical().isEmpty()) {
            return failed(Code.CRIT_UNSUPPORTED, "The key-binding JWT requires extensions that are not supported");
        }
        JsonNode jwk = claims.members().json().path("cnf").path("jwk");
        if (jwk.isMissingNode()) {
            String message =
                    "The token has no cnf with a jwk (RFC 7800 3.2), so its key binding cannot be verified here";
            return expected.keyBinding().isPresent()
                    ? failed(Code.KEY_NOT_FOUND, message).at("/payload/cnf")
                    : Check.KEY_BINDING.skipped(message);
        }
        try {
            return verify(jws, JwkReader.read(jwk));
        } catch (KeyRejectedException e) {
            return failed(Code.KEY_NOT_FOUND, "The key in cnf cannot be used. " + e.detail())
                    .at("/payload/cnf/jwk");
        }
    }

    private CheckResult verify(UnverifiedJws jws, Jwk key) {
        Optional<Algorithm> algorithm = Algorithm.parse(jws.header().algorithmName());
        if (key.isSecret() || algorithm.filter(key.algorithms()::contains).isEmpty()) {
            return failed(Code.ALG_NOT_ALLOWED, "The key in cnf does not permit the alg of the key-binding JWT");
        }
        return jws.verify(VerificationKey.of(key), algorithm.orElseThrow())
                .map(verified -> content(jws, Claims.parse(verified.payload())))
                .orElseGet(() -> failed(
                        Code.SIGNATURE_INVALID, "The key-binding JWT was not signed by the key in cnf of the token"));
    }

    private CheckResult content(UnverifiedJws jws, Claims binding) {
        for (String name : List.of("iat", "aud", "nonce", "sd_hash")) {
            if (!binding.has(name)) {
                return failed(Code.CLAIM_MISSING, "The key-binding JWT has no " + name + " (RFC 9901 4.3)");
            }
        }
        Optional<KeyBinding> demand = expected.keyBinding();
        TimeChecks time =
                new TimeChecks(jws.header(), binding, expected.forKeyBinding(demand.flatMap(KeyBinding::maxAge)), now);
        for (CheckResult date : List.of(time.issuedAt(), time.expiry(), time.notBefore())) {
            if (date.isFailed()) {
                return failed(date.code().orElse(Code.CLAIM_INVALID), "The key-binding JWT: " + date.message());
            }
        }
        List<String> audience = binding.texts("aud");
        String nonce = binding.text("nonce").orElse("");
        if (!binding.text("sd_hash").equals(Optional.of(token.hash(issued.unverifiedPayload())))) {
            return failed(
                    Code.CLAIM_INVALID,
                    "The sd_hash of the key-binding JWT is of another token or other disclosures (RFC 9901 4.3.1)");
        }
        Set<String> accepted = demand.map(it -> Set.copyOf(it.audience())).orElse(Set.of());
        if (!accepted.isEmpty() && audience.stream().noneMatch(accepted::contains)) {
            return failed(Code.AUDIENCE_MISMATCH, "The key-binding JWT is meant for another verifier")
                    .expecting(List.copyOf(accepted))
                    .finding(audience);
        }
        if (demand.flatMap(KeyBinding::nonce).filter(it -> !it.equals(nonce)).isPresent()) {
            return failed(Code.CLAIM_INVALID, "The key-binding JWT does not have the expected nonce")
                    .expecting(demand.flatMap(KeyBinding::nonce).orElseThrow())
                    .finding(nonce);
        }
        return Check.KEY_BINDING.passed(passed(demand)).finding(Map.of("aud", audience, "nonce", nonce));
    }

    private static String passed(Optional<KeyBinding> demand) {
        boolean isFresh = demand.filter(
                        it -> it.nonce().isPresent() && !it.audience().isEmpty())
                .isPresent();
        String proof = "The key in cnf signed this token, its disclosures, and the aud and nonce of the presentation";
        return isFresh ? proof : proof + "; without an expected audience and nonce it may be a replay";
    }

    private static CheckResult failed(Code code, String message) {
        return Check.KEY_BINDING.failed(code, message).at("/key_binding");
    }
}
