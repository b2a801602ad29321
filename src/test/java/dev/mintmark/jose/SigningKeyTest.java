package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.json.StrictJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @ParameterizedTest
    @EnumSource
    void signsWhatItsPublicHalfVerifies(Algorithm algorithm) {
        Jwk jwk = GeneratedKey.of(algorithm);
        String token = SigningKey.of(jwk, algorithm)
                .sign(Map.of("alg", algorithm.joseName(), "typ", "JWT"), Map.of("sub", "alice"));

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), algorithm)).isPresent();
        assertThat(jws.verify(VerificationKey.of(GeneratedKey.of(algorithm)), algorithm))
                .isEmpty();
    }

    @Test
    void signsTheNameEd25519AsItIs() {
        Jwk jwk = GeneratedKeys.of(Algorithm.EDDSA).withAlgorithm("Ed25519");

        String token = SigningKey.of(jwk, Algorithm.EDDSA).sign(Map.of("alg", "Ed25519", "typ", "JWT"), Map.of());

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), Algorithm.EDDSA)).isPresent();
        assertThat(jws.header().json().path("alg").asText()).isEqualTo("Ed25519");
    }

    /** SmallRye's builder, which signs with RSA, cannot express these. */
    @ParameterizedTest
    @ValueSource(strings = {"claim", "deep claim", "header", "typ"})
    void signsWithRsaWhatTheBuilderCannotExpress(String what) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "JWT"));
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("sub", "alice"));
        Map<String, Object> nothing = Collections.singletonMap("nothing", null);
        switch (what) {
            case "claim" -> claims.putAll(nothing);
            case "deep claim" -> claims.put("deep", List.of(nothing));
            case "header" -> header.putAll(nothing);
            default -> header.remove("typ");
        }
        Jwk jwk = GeneratedKeys.of(Algorithm.RS256);

        String token = SigningKey.of(jwk, Algorithm.RS256).sign(header, claims);

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), Algorithm.RS256)).isPresent();
        assertThat(jws.header().json()).isEqualTo(StrictJson.tree(header));
        assertThat(Claims.parse(jws.unverifiedPayload()).json()).isEqualTo(StrictJson.tree(claims));
    }

    /** SmallRye's builder reads these for each token, and they may be in the environment for some other service. */
    @Test
    void noSettingOfTheBuilderChangesWhatIsSigned() {
        Map<String, String> settings = Map.of(
                "smallrye.jwt.new-token.override-matching-claims", "true",
                "smallrye.jwt.new-token.add-default-claims", "true",
                "smallrye.jwt.new-token.issuer", "https://other.example",
                "smallrye.jwt.new-token.audience", "https://other.example");
        Map<String, Object> claims = Map.of("iss", "https://issuer.example", "sub", "alice");
        String token;
        try {
            settings.forEach(System::setProperty);
            token = SigningKey.of(GeneratedKeys.of(Algorithm.RS256), Algorithm.RS256)
                    .sign(Map.of("alg", "RS256", "typ", "JWT"), claims);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(Claims.parse(UnverifiedJws.parse(token).unverifiedPayload()).json())
                .isEqualTo(StrictJson.tree(new LinkedHashMap<>(claims)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void addsNoClaimAndKeepsNumbersAndListsAsTheyAre(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", List.of("one"));
        claims.put("price", new BigDecimal("1.10"));
        claims.put("big", new BigDecimal("1E+400"));
        claims.put("exp", "tomorrow");

        String token = SigningKey.of(jwk, algorithm).sign(Map.of("alg", algorithm.joseName(), "typ", "JWT"), claims);

        assertThat(new String(UnverifiedJws.parse(token).unverifiedPayload(), UTF_8))
                .isEqualTo("{\"aud\":[\"one\"],\"price\":1.10,\"big\":1E+400,\"exp\":\"tomorrow\"}");
    }

    @Test
    void refusesAHeaderThatNamesAnotherAlgorithm() {
        SigningKey key = SigningKey.of(GeneratedKey.of(Algorithm.ES256), Algorithm.ES256);
        assertThatThrownBy(() -> key.sign(Map.of("alg", "ES384"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.sign(Map.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** The two engines sign the same bytes. */
    @ParameterizedTest
    @EnumSource(names = {"RS256", "RS384", "RS512"})
    void saysTheSameThroughTheBuilderAndWithoutIt(Algorithm algorithm) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://a.example/\u00fc?b=c&d='e'<\ud83d\ude00>\n\"\\");
        claims.put("exp", 1_300_819_380L);
        claims.put("iat", new BigInteger("123456789012345678901234567890"));
        claims.put("nbf", new BigDecimal("1300819380.5"));
        claims.put("jti", 5);
        claims.put("groups", List.of());
        claims.put("scope", "");
        claims.put("deep", Map.of("list", List.of(true, 1, "x", Map.of("y", List.of()))));
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.joseName());
        header.put("kid", "a/b\u00fc");
        header.put("x", List.of(1, Map.of("y", false)));
        SigningKey key = SigningKey.of(GeneratedKeys.of(algorithm), algorithm);
        UnverifiedJws assembled = UnverifiedJws.parse(key.sign(header, claims));
        header.put("typ", "at+jwt");
        UnverifiedJws built = UnverifiedJws.parse(key.sign(header, claims));
        assertThat(Claims.parse(built.unverifiedPayload()).json())
                .isEqualTo(Claims.parse(assembled.unverifiedPayload()).json());
        ObjectNode expected = assembled.header().json().put("typ", "at+jwt");
        assertThat(built.header().json()).isEqualTo(expected);
        VerificationKey verifier = VerificationKey.of(GeneratedKeys.of(algorithm));
        assertThat(built.verify(verifier, algorithm)).isPresent();
        assertThat(assembled.verify(verifier, algorithm)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void signsNoClaimsAsNoClaims(Algorithm algorithm) {
        SigningKey key = SigningKey.of(GeneratedKeys.of(algorithm), algorithm);
        String token = key.sign(Map.of("alg", algorithm.joseName(), "typ", "JWT"), Map.of());
        assertThat(new String(UnverifiedJws.parse(token).unverifiedPayload(), UTF_8))
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void refusesAPublicKey(Algorithm algorithm) {
        Jwk visible = JwkReader.read(GeneratedKeys.of(algorithm).publicJson());
        Keys.assertRejected(Reason.NOT_PRIVATE, () -> SigningKey.of(visible, algorithm));
    }

    /** Every key, every algorithm: only one combination is accepted, because the key names its algorithm. */
    @ParameterizedTest
    @EnumSource
    void refusesAnyAlgorithmButItsOwn(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        for (Algorithm other : Algorithm.values()) {
            if (other == algorithm) {
                assertThat(SigningKey.of(jwk, other).algorithm()).isEqualTo(other);
            } else if (jwk.isSecret()
                    && other.family() == Algorithm.Family.HMAC
                    && other.smallestKeyBits() > jwk.facts().bits()) {
                Keys.assertRejected(Reason.SHORT_SECRET, () -> SigningKey.of(jwk, other));
            } else {
                Keys.assertRejected(Reason.WRONG_ALGORITHM, () -> SigningKey.of(jwk, other));
            }
        }
    }

    @Test
    void refusesAKeyThatIsForEncryption() {
        ObjectNode json = Keys.privateJson(Algorithm.ES256).put("use", "enc");
        Keys.assertRejected(Reason.WRONG_ALGORITHM, () -> SigningKey.of(JwkReader.read(json), Algorithm.ES256));
    }

    @ParameterizedTest
    @EnumSource(names = {"HS256", "HS384", "HS512"})
    void refusesASecretShorterThanTheHash(Algorithm algorithm) {
        byte[] secret = new byte[algorithm.smallestKeyBits() / 8];
        Arrays.fill(secret, (byte) 'h');
        assertThat(SigningKey.of(Jwk.ofSecret(secret), algorithm).algorithm()).isEqualTo(algorithm);
        Jwk tooShort = Jwk.ofSecret(Arrays.copyOf(secret, secret.length - 1));
        Keys.assertRejected(Reason.SHORT_SECRET, () -> SigningKey.of(tooShort, algorithm), "hhh", "aGho");
        Keys.assertRejected(Reason.SHORT_SECRET, () -> SigningKey.of(Jwk.ofSecret(new byte[0]), algorithm));
    }
}
