package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.Members;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.json.JsonMembers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {

    @ParameterizedTest
    @EnumSource
    void signsWhatItsPublicHalfVerifies(Algorithm algorithm) {
        Jwk jwk = GeneratedKey.of(algorithm);
        String token = SigningKey.of(jwk, algorithm)
                .sign(
                        Members.of(Map.of("alg", algorithm.joseName(), "typ", "JWT")),
                        Members.of(Map.of("sub", "alice")));

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), algorithm)).isPresent();
        assertThat(jws.verify(VerificationKey.of(GeneratedKey.of(algorithm)), algorithm))
                .isEmpty();
    }

    @Test
    void signsTheNameEd25519AsItIs() {
        Jwk jwk = GeneratedKeys.of(Algorithm.EDDSA).withAlgorithm("Ed25519");

        String token = SigningKey.of(jwk, Algorithm.EDDSA)
                .sign(Members.of(Map.of("alg", "Ed25519", "typ", "JWT")), JsonMembers.EMPTY);

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), Algorithm.EDDSA)).isPresent();
        assertThat(jws.header().members().json().path("alg").asText()).isEqualTo("Ed25519");
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

        String token = SigningKey.of(jwk, algorithm)
                .sign(Members.of(Map.of("alg", algorithm.joseName(), "typ", "JWT")), Members.of(claims));

        assertThat(new String(UnverifiedJws.parse(token).unverifiedPayload(), UTF_8))
                .isEqualTo("{\"aud\":[\"one\"],\"price\":1.10,\"big\":1E+400,\"exp\":\"tomorrow\"}");
    }

    @Test
    void refusesAHeaderThatNamesAnotherAlgorithm() {
        SigningKey key = SigningKey.of(GeneratedKey.of(Algorithm.ES256), Algorithm.ES256);
        assertThatThrownBy(() -> key.sign(Members.of(Map.of("alg", "ES384")), JsonMembers.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.sign(JsonMembers.EMPTY, JsonMembers.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void signsNoClaimsAsNoClaims(Algorithm algorithm) {
        SigningKey key = SigningKey.of(GeneratedKeys.of(algorithm), algorithm);
        String token = key.sign(Members.of(Map.of("alg", algorithm.joseName(), "typ", "JWT")), JsonMembers.EMPTY);
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
