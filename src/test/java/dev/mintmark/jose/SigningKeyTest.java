package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        Jwk jwk = FreshKey.of(algorithm);
        String token = SigningKey.of(jwk, algorithm)
                .sign(Map.of("alg", algorithm.joseName(), "typ", "JWT"), Map.of("sub", "alice"));

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), algorithm)).isPresent();
        assertThat(jws.verify(VerificationKey.of(FreshKey.of(algorithm)), algorithm))
                .isEmpty();
    }

    /** Each of these is beyond SmallRye's builder. */
    @Test
    void signsNullsAnAbsentTypAndTheNameEd25519AsTheyAre() {
        Jwk jwk = FreshKey.of(Algorithm.EDDSA).withAlgorithm("Ed25519");
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("nothing", null);
        claims.put("deep", List.of(Map.of("n", new java.math.BigDecimal("1E+400"))));

        String token = SigningKey.of(jwk, Algorithm.EDDSA).sign(Map.of("alg", "Ed25519"), claims);

        UnverifiedJws jws = UnverifiedJws.parse(token);
        assertThat(jws.verify(VerificationKey.of(jwk), Algorithm.EDDSA)).isPresent();
        assertThat(jws.header().json().toString()).isEqualTo("{\"alg\":\"Ed25519\"}");
        assertThat(new String(jws.unverifiedPayload(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"nothing\":null,\"deep\":[{\"n\":1E+400}]}");
    }

    @Test
    void theBuilderAddsNoClaimAndKeepsNumbersAndListsAsTheyAre() {
        Jwk jwk = FreshKey.of(Algorithm.ES256);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", List.of("one"));
        claims.put("price", new java.math.BigDecimal("1.10"));
        claims.put("big", new java.math.BigDecimal("1E+400"));
        claims.put("exp", "tomorrow");

        String token = SigningKey.of(jwk, Algorithm.ES256).sign(Map.of("alg", "ES256", "typ", "JWT"), claims);

        assertThat(new String(UnverifiedJws.parse(token).unverifiedPayload(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"aud\":[\"one\"],\"price\":1.10,\"big\":1E+400,\"exp\":\"tomorrow\"}");
    }

    @Test
    void refusesAHeaderThatNamesAnotherAlgorithm() {
        SigningKey key = SigningKey.of(FreshKey.of(Algorithm.ES256), Algorithm.ES256);
        assertThatThrownBy(() -> key.sign(Map.of("alg", "ES384"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.sign(Map.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
