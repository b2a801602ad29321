package dev.mintmark.tokens.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKeys;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.SdJwt;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.JsonMembers;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.tokens.revoke.MemoryRevocations;
import dev.mintmark.tokens.verify.CheckResult.Code;
import dev.mintmark.tokens.verify.CheckResult.Status;
import dev.mintmark.tokens.verify.Expectations.KeyBinding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9901 section 7.3: the key-binding JWT proves who presents the SD-JWT, to whom and for what. */
class KeyBindingChecksTest {
    private static final long NOW = 1_800_000_000L;
    private static final Jwk ISSUER = GeneratedKeys.of(Algorithm.ES256);
    private static final Jwk HOLDER = GeneratedKeys.otherOf(Algorithm.ES256);
    private static final String DISCLOSURE = encoded("['salt', 'given_name', 'Ann']");
    private static final TokenVerifier VERIFIER = new TokenVerifier(
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC),
            65_536,
            new RevocationCheck(new MemoryRevocations(Clock.systemUTC(), 10), RevocationCheck.OnOutage.REFUSE));

    private final String issued = issued(HOLDER, "");

    @Test
    void aGenuineBindingPasses() {
        CheckResult result = check(presented(binding("kb+jwt", content(""))), demand());
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).doesNotContain("replay");
        assertThat(check(presented(binding("kb+jwt", content(""))), Expectations.NONE)
                        .message())
                .contains("replay");
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "PS384", "ES384", "ES512", "EDDSA"})
    void theHolderMayHaveAnyKey(Algorithm algorithm) {
        Jwk holder = GeneratedKeys.of(algorithm);
        String token = issued(holder, "") + '~' + DISCLOSURE + '~';
        String binding = sign(holder, algorithm, "kb+jwt", content(token, ""));
        assertThat(check(token + binding, demand()).status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'nonce': 'other'       | CLAIM_INVALID
            'nonce': null          | CLAIM_MISSING
            'nonce': 1             | MALFORMED
            'aud': 'https://other' | AUDIENCE_MISMATCH
            'aud': null            | CLAIM_MISSING
            'iat': 1800000061      | CLAIM_INVALID
            'iat': 1799999639      | CLAIM_INVALID
            'iat': null            | CLAIM_MISSING
            'exp': 1799999939      | EXPIRED
            'nbf': 1800000099      | NOT_YET_VALID
            'sd_hash': 'AAAA'      | CLAIM_INVALID
            'sd_hash': null        | CLAIM_MISSING
            """)
    void eachWrongClaimFails(String change, Code code) {
        CheckResult result = check(presented(binding("kb+jwt", content(change))), demand());
        assertThat(result.code()).contains(code);
        assertThat(result.pointer()).contains("/key_binding");
    }

    @Test
    void anotherTypeKeyAlgorithmOrTextFails() {
        assertThat(code(presented(binding("JWT", content(""))))).contains(Code.TYPE_MISMATCH);
        assertThat(code(presented(sign(ISSUER, Algorithm.ES256, "kb+jwt", content("")))))
                .contains(Code.SIGNATURE_INVALID);
        assertThat(code(presented(sign(GeneratedKeys.of(Algorithm.ES384), Algorithm.ES384, "kb+jwt", content("")))))
                .contains(Code.ALG_NOT_ALLOWED);
        assertThat(code(presented("not.a.token"))).contains(Code.MALFORMED);
        String unsigned = encoded("{'alg':'none','typ':'kb+jwt'}") + '.' + encoded(content("")) + '.';
        assertThat(code(presented(unsigned))).contains(Code.ALG_NOT_ALLOWED);
    }

    /** A presenter may withhold disclosures, but the holder signed the presented ones. */
    @Test
    void otherDisclosuresFail() {
        String binding = binding("kb+jwt", content(""));
        assertThat(code(issued + '~' + binding)).contains(Code.CLAIM_INVALID);
    }

    @Test
    void theHashFollowsTheTokensAlgorithm() {
        String token = issued(HOLDER, ",'_sd_alg':'sha-512'") + '~';
        String binding = sign(HOLDER, Algorithm.ES256, "kb+jwt", content(token, ""));
        assertThat(check(token + binding, demand()).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void withoutAKeyOrABindingItIsNotProvedAndFailsWhereItIsDemanded() {
        String unbound = sign(ISSUER, Algorithm.ES256, "dc+sd-jwt", "{}") + '~';
        assertThat(check(unbound, Expectations.NONE).status()).isEqualTo(Status.SKIPPED);
        assertThat(code(unbound)).contains(Code.CLAIM_MISSING);
        String bound = unbound + sign(HOLDER, Algorithm.ES256, "kb+jwt", content(unbound, ""));
        assertThat(check(bound, Expectations.NONE).status()).isEqualTo(Status.SKIPPED);
        assertThat(code(bound)).contains(Code.KEY_NOT_FOUND);
        String plain = sign(ISSUER, Algorithm.ES256, "JWT", "{}");
        assertThat(results(plain, Expectations.NONE)).noneMatch(result -> result.check() == Check.KEY_BINDING);
        assertThat(code(plain)).contains(Code.CLAIM_MISSING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'kty':'oct','k':'AAAA'}
            {'kty':'EC','crv':'P-256','x':'AA','y':'AA'}
            'text'
            """)
    void anUnusableKeyFails(String jwk) {
        String token = sign(ISSUER, Algorithm.ES256, "dc+sd-jwt", "{'cnf':{'jwk':%s}}".formatted(jwk)) + '~';
        String binding = sign(HOLDER, Algorithm.ES256, "kb+jwt", content(token, ""));
        CheckResult result = check(token + binding, Expectations.NONE);
        assertThat(result.isFailed()).isTrue();
        assertThat(result.actual()).isEmpty();
    }

    private static String issued(Jwk holder, String more) {
        String digest = base64(Sha256.of(DISCLOSURE.getBytes(StandardCharsets.US_ASCII)));
        String payload = more.isEmpty() ? "{'_sd':['" + digest + "']" : "{'other':1" + more;
        return sign(ISSUER, Algorithm.ES256, "dc+sd-jwt", payload + ",'cnf':{'jwk':" + holder.publicJson() + "}}");
    }

    private String presented(String binding) {
        return issued + '~' + DISCLOSURE + '~' + binding;
    }

    private static String binding(String type, String content) {
        return sign(HOLDER, Algorithm.ES256, type, content);
    }

    private String content(String change) {
        return content(issued + '~' + DISCLOSURE + '~', change);
    }

    private static String content(String token, String change) {
        SdJwt sdJwt = SdJwt.split(token).orElseThrow();
        byte[] payload = Base64.getUrlDecoder().decode(sdJwt.jwt().split("\\.")[1]);
        ObjectNode content = json("{'iat':%d,'aud':'https://verifier','nonce':'n','sd_hash':'%s'}"
                .formatted(NOW - 5, sdJwt.hash(payload)));
        content.setAll(json("{" + change + "}"));
        return content.toString();
    }

    private static Expectations demand() {
        return new Expectations(
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Expectations.DEFAULT_LEEWAY,
                Optional.empty(),
                Optional.of(new KeyBinding(
                        List.of("https://verifier"), Optional.of("n"), Optional.of(Duration.ofMinutes(5)))));
    }

    private static Optional<Code> code(String token) {
        return check(token, demand()).code();
    }

    private static CheckResult check(String token, Expectations expected) {
        return results(token, expected).stream()
                .filter(result -> result.check() == Check.KEY_BINDING)
                .findFirst()
                .orElseThrow();
    }

    private static List<CheckResult> results(String token, Expectations expected) {
        ParsedToken parsed = SdJwt.split(token).map(VERIFIER::parse).orElseGet(() -> VERIFIER.parse(token));
        TrustedKeys keys = TrustedKeys.of(List.of(VerificationKey.of(ISSUER)));
        return VERIFIER.verify(parsed, keys, expected, TokenVerifier.Mode.FULL).checks();
    }

    private static String sign(Jwk key, Algorithm algorithm, String type, String payload) {
        JsonMembers header = JsonMembers.builder()
                .put("alg", algorithm.joseName())
                .put("typ", type)
                .build();
        return SigningKey.of(key, algorithm).sign(header, JsonMembers.of(json(payload)));
    }

    private static ObjectNode json(String text) {
        return StrictJson.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return base64(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
