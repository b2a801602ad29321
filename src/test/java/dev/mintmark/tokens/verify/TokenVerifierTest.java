package dev.mintmark.tokens.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.tokens.TokenType;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.CheckResult.Code;
import dev.mintmark.tokens.verify.CheckResult.Status;
import dev.mintmark.tokens.verify.TokenVerifier.Mode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenVerifierTest {
    private static final long NOW = 1_800_000_000L;
    private static final Jwk KEY = GeneratedKey.of(Algorithm.ES256);
    private static final TokenVerifier VERIFIER = new TokenVerifier(
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC),
            65_536,
            new RevocationCheck(new MemoryRevocations(Clock.systemUTC(), 10), RevocationCheck.OnOutage.REFUSE));
    private static final TrustedKeys TRUSTED = TrustedKeys.of(List.of(VerificationKey.of(KEY)));

    /** With a leeway of 60 s, each date at its last good second and at the first bad one. */
    @ParameterizedTest
    @CsvSource({
        "exp, -59, EXPIRY, PASSED,",
        "exp, -60, EXPIRY, FAILED, EXPIRED",
        "nbf, 60, NOT_BEFORE, PASSED,",
        "nbf, 61, NOT_BEFORE, FAILED, NOT_YET_VALID",
        "iat, 60, ISSUED_AT, PASSED,",
        "iat, 61, ISSUED_AT, FAILED, CLAIM_INVALID",
    })
    void datesAreExactToTheSecond(String claim, long offset, Check check, Status status, Code code) {
        CheckResult result = check(Map.of(claim, NOW + offset), expecting(), check);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(result.actual()).contains(NOW + offset);
        assertThat(result.pointer()).contains("/payload/" + claim);
    }

    @ParameterizedTest
    @CsvSource({"-160, PASSED", "-161, FAILED"})
    void maxAgeIsExactToTheSecond(long offset, Status status) {
        Expectations expected = expecting(Optional.empty(), Optional.of(Duration.ofSeconds(100)), List.of());
        assertThat(check(Map.of("iat", NOW + offset), expected, Check.ISSUED_AT).status())
                .isEqualTo(status);
        assertThat(check(Map.of(), expected, Check.ISSUED_AT).code()).contains(Code.CLAIM_MISSING);
    }

    @Test
    void aMalformedDateFails() {
        for (Object date : List.of("tomorrow", true, List.of(1), (NOW + 300) * 1000, new BigDecimal("9e99"))) {
            assertThat(check(Map.of("exp", date), expecting(), Check.EXPIRY).code())
                    .contains(Code.MALFORMED);
            assertThat(check(Map.of("nbf", date), expecting(), Check.NOT_BEFORE).code())
                    .contains(Code.MALFORMED);
        }
    }

    @Test
    void anExpiryIsRequiredByTypByTypeAndByRequiredClaims() {
        assertThat(check(Map.of(), expecting(), Check.EXPIRY).status()).isEqualTo(Status.SKIPPED);
        for (TokenType type : TokenType.values()) {
            Expectations expected = expecting(Optional.of(type), Optional.empty(), List.of());
            assertThat(check(Map.of(), expected, Check.EXPIRY).status())
                    .isEqualTo(type == TokenType.GENERIC ? Status.SKIPPED : Status.FAILED);
        }
        assertThat(check(Map.of(), expecting(Optional.empty(), Optional.empty(), List.of("exp")), Check.EXPIRY)
                        .code())
                .contains(Code.CLAIM_MISSING);
        for (String typ : List.of("at+jwt", "application/at+jwt", "Refresh+JWT")) {
            assertThat(check(Map.of("typ", typ), Map.of(), expecting(), Check.EXPIRY)
                            .code())
                    .contains(Code.CLAIM_MISSING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "at+jwt, , ACCESS, PASSED",
        "JWT, scope, ACCESS, PASSED",
        "JWT, , ACCESS, PASSED",
        "JWT, nonce, ACCESS, FAILED",
        "logout+jwt, scope, ACCESS, FAILED",
        "refresh+jwt, , ACCESS, FAILED",
        "JWT, nonce, ID, PASSED",
        "JWT, , ID, PASSED",
        "JWT, scope, ID, FAILED",
        "at+jwt, nonce, ID, FAILED",
        "refresh+jwt, , REFRESH, PASSED",
        "JWT, , REFRESH, FAILED",
        "JWT, scope, GENERIC, PASSED",
        "dpop+jwt, , GENERIC, FAILED",
    })
    void aTokenOfAnotherKindFails(String typ, String claim, TokenType type, Status status) {
        Map<String, Object> claims = new HashMap<>(Map.of("exp", NOW + 60));
        Stream.ofNullable(claim).forEach(name -> claims.put(name, "x"));
        Expectations expected = expecting(Optional.of(type), Optional.empty(), List.of());
        CheckResult result = check(Map.of("typ", typ), claims, expected, Check.TYPE);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.code())
                .isEqualTo(status == Status.FAILED ? Optional.of(Code.TYPE_MISMATCH) : Optional.empty());
    }

    @Test
    void aRequiredClaimMustBePresentAndNotNull() {
        Expectations expected = expecting(Optional.empty(), Optional.empty(), List.of("a", "b"));
        Map<String, Object> claims = new HashMap<>();
        claims.put("a", 1);
        claims.put("b", null);
        assertThat(check(claims, expected, Check.REQUIRED_CLAIMS).code()).contains(Code.CLAIM_MISSING);
        claims.put("b", 0);
        assertThat(check(claims, expected, Check.REQUIRED_CLAIMS).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aJtiThatIsNotAStringFailsAndTheOtherChecksRun() {
        Verdict verdict =
                VERIFIER.verify(sign(Map.of(), Map.of("jti", 7, "exp", NOW - 100)), TRUSTED, expecting(), Mode.FULL);
        assertThat(result(verdict, Check.FORM).code()).contains(Code.MALFORMED);
        assertThat(result(verdict, Check.FORM).pointer()).contains("/payload/jti");
        assertThat(result(verdict, Check.EXPIRY).code()).contains(Code.EXPIRED);
        assertThat(verdict.isValid()).isFalse();
    }

    @Test
    void eightKeysAreTriedForATokenWithoutKidAndNoMore() {
        String token = sign(Map.of(), Map.of());
        List<VerificationKey> others = Stream.generate(() -> GeneratedKey.of(Algorithm.ES256))
                .limit(8)
                .map(VerificationKey::of)
                .toList();
        List<VerificationKey> eighth = Stream.concat(others.stream().limit(7), Stream.of(VerificationKey.of(KEY)))
                .toList();
        List<VerificationKey> ninth = Stream.concat(others.stream(), Stream.of(VerificationKey.of(KEY)))
                .toList();
        assertThat(VERIFIER.verify(token, TrustedKeys.of(eighth), expecting(), Mode.SIGNATURE)
                        .isValid())
                .isTrue();
        assertThat(VERIFIER.verify(token, TrustedKeys.of(ninth), expecting(), Mode.SIGNATURE)
                        .isValid())
                .isFalse();
    }

    @Test
    void aKidMustMatchUnlessTheSingleKeyHasNone() {
        String token = sign(Map.of("kid", "other"), Map.of());
        Jwk unnamed = dev.mintmark.jose.Pem.read(dev.mintmark.jose.Pem.publicText(KEY));
        assertThat(result(VERIFIER.verify(token, TRUSTED, expecting(), Mode.FULL), Check.KEY)
                        .code())
                .contains(Code.KEY_NOT_FOUND);
        assertThat(VERIFIER.verify(token, TrustedKeys.single(KEY), expecting(), Mode.FULL)
                        .isValid())
                .isFalse();
        assertThat(VERIFIER.verify(token, TrustedKeys.single(unnamed), expecting(), Mode.FULL)
                        .isValid())
                .isTrue();
        assertThat(VERIFIER.verify(token, TrustedKeys.of(List.of(VerificationKey.of(unnamed))), expecting(), Mode.FULL)
                        .isValid())
                .isFalse();
    }

    @Test
    void aKeyPermitsOnlyItsOwnAlgorithm() {
        Jwk rsa = GeneratedKey.of(Algorithm.RS256);
        Jwk free = dev.mintmark.jose.Pem.read(dev.mintmark.jose.Pem.insecurePrivateText(rsa));
        String token = SigningKey.of(free, Algorithm.PS256)
                .sign(Members.of(Map.of("alg", "PS256", "typ", "JWT")), JsonMembers.EMPTY);
        Verdict verdict = VERIFIER.verify(token, TrustedKeys.single(rsa), expecting(), Mode.SIGNATURE);
        assertThat(result(verdict, Check.ALGORITHM).code()).contains(Code.ALG_NOT_ALLOWED);
        assertThat(result(verdict, Check.SIGNATURE).status()).isEqualTo(Status.SKIPPED);
        assertThat(VERIFIER.verify(token, TrustedKeys.single(free), expecting(), Mode.SIGNATURE)
                        .isValid())
                .isTrue();
    }

    /** RFC 7519 section 4.1: iss, sub and jti are strings, also if nothing is expected of them. */
    @ParameterizedTest
    @CsvSource({"iss, ISSUER", "sub, SUBJECT", "jti, FORM", "aud, AUDIENCE"})
    void aRegisteredClaimOfAnotherTypeFails(String claim, Check check) {
        for (Object value : new Object[] {5, true, List.of(1), Map.of("a", "b")}) {
            CheckResult result = check(Map.of(claim, value), expecting(), check);
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.code()).contains(Code.MALFORMED);
            assertThat(result.pointer()).contains("/payload/" + claim);
        }
        assertThat(check(Map.of(claim, "text"), expecting(), check).status()).isNotEqualTo(Status.FAILED);
    }

    /** RFC 7517 section 4.5: by kid, then by type, use, key_ops and alg; only an ambiguity of this kid fails. */
    @Test
    void choosesTheKeyOfASetByKidThenByWhatItIsFor() {
        Jwk rsa = GeneratedKey.of(Algorithm.RS256);
        String token = SigningKey.of(rsa.withKeyId("k"), Algorithm.RS256)
                .sign(Members.of(Map.of("alg", "RS256", "typ", "JWT", "kid", "k")), JsonMembers.EMPTY);
        ObjectNode mine = rsa.publicJson().put("kid", "k");
        ObjectNode other = GeneratedKey.of(Algorithm.RS256).publicJson().put("kid", "k");
        ObjectNode ec = KEY.publicJson().put("kid", "k");
        assertThat(verify(token, mine, ec, ec)).isEmpty();
        assertThat(verify(token, ec, mine)).isEmpty();
        assertThat(verify(token, mine, mine)).isEmpty();
        assertThat(verify(token, mine, other.deepCopy().put("use", "enc"))).isEmpty();
        assertThat(verify(token, other.deepCopy().put("alg", "PS256"), mine)).isEmpty();
        ObjectNode wrapping = other.deepCopy();
        wrapping.putArray("key_ops").add("wrapKey");
        assertThat(verify(token, wrapping, mine)).isEmpty();
        ObjectNode elsewhere = other.deepCopy().put("kid", "twice");
        assertThat(verify(token, mine, elsewhere, rsa.publicJson().put("kid", "twice")))
                .isEmpty();
        assertThat(verify(token, mine, other)).contains(Code.KEY_NOT_FOUND);
        assertThat(verify(token, ec, ec)).contains(Code.ALG_NOT_ALLOWED);
    }

    private static Optional<Code> verify(String token, ObjectNode... keys) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").addAll(List.of(keys));
        Verdict verdict = VERIFIER.verify(token, TrustedKeys.of(JwkSet.read(set)), expecting(), Mode.SIGNATURE);
        return verdict.checks().stream()
                .flatMap(result -> result.code().stream())
                .findFirst();
    }

    /** The reason that is true, and no empty list of algorithms. */
    @Test
    void saysWhyAKeyDoesNotPermitTheAlgorithm() {
        String token = SigningKey.of(Jwk.ofSecret(new byte[32]), Algorithm.HS256)
                .sign(Members.of(Map.of("alg", "HS256", "typ", "JWT")), JsonMembers.EMPTY);
        Verdict verdict =
                VERIFIER.verify(token, TrustedKeys.single(Jwk.ofSecret(new byte[19])), expecting(), Mode.SIGNATURE);
        CheckResult result = result(verdict, Check.ALGORITHM);
        assertThat(result.message()).isEqualTo("The secret has 152 bits; HS256 needs 256 (RFC 7518 3.2)");
        assertThat(result.expected()).isEmpty();
    }

    private static String sign(Map<String, ?> header, Map<String, ?> claims) {
        Map<String, Object> whole = new HashMap<>(Map.of("alg", "ES256", "typ", "JWT"));
        whole.putAll(header);
        return SigningKey.of(KEY, Algorithm.ES256).sign(Members.of(whole), Members.of(claims));
    }

    private static CheckResult check(Map<String, ?> claims, Expectations expected, Check check) {
        return check(Map.of(), claims, expected, check);
    }

    private static CheckResult check(Map<String, ?> header, Map<String, ?> claims, Expectations expected, Check check) {
        Verdict verdict = VERIFIER.verify(sign(header, claims), TRUSTED, expected, Mode.FULL);
        assertThat(verdict).isInstanceOf(Verdict.Authentic.class);
        return result(verdict, check);
    }

    private static CheckResult result(Verdict verdict, Check check) {
        return verdict.checks().stream()
                .filter(result -> result.check() == check)
                .findFirst()
                .orElseThrow();
    }

    private static Expectations expecting() {
        return expecting(Optional.empty(), Optional.empty(), List.of());
    }

    private static Expectations expecting(Optional<TokenType> type, Optional<Duration> age, List<String> required) {
        return new Expectations(
                List.of(),
                List.of(),
                type,
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                required,
                Expectations.DEFAULT_LEEWAY,
                age);
    }
}
