package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JwkTest {
    private static final Set<Algorithm> ALL_RSA = EnumSet.range(Algorithm.RS256, Algorithm.PS512);

    @Test
    void permitsWhatItsTypeAndCurveAllow() {
        assertThat(GeneratedKeys.bare(Algorithm.RS256).algorithms()).isEqualTo(ALL_RSA);
        assertThat(GeneratedKeys.bare(Algorithm.ES256).algorithms()).isEqualTo(Set.of(Algorithm.ES256));
        assertThat(GeneratedKeys.bare(Algorithm.ES384).algorithms()).isEqualTo(Set.of(Algorithm.ES384));
        assertThat(GeneratedKeys.bare(Algorithm.ES512).algorithms()).isEqualTo(Set.of(Algorithm.ES512));
        assertThat(GeneratedKeys.bare(Algorithm.EDDSA).algorithms()).isEqualTo(Set.of(Algorithm.EDDSA));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "31, 0", "32, 1", "47, 1", "48, 2", "63, 2", "64, 3", "1000, 3"})
    void permitsASecretTheHashesThatAreNotLonger(int bytes, int count) {
        Set<Algorithm> algorithms = Jwk.ofSecret(new byte[bytes]).algorithms();
        assertThat(algorithms).hasSize(count);
        assertThat(EnumSet.range(Algorithm.HS256, Algorithm.HS512)).containsAll(algorithms);
    }

    @ParameterizedTest
    @EnumSource
    void permitsOnlyItsOwnAlgorithmWhereItNamesOne(Algorithm algorithm) {
        assertThat(GeneratedKeys.bare(algorithm)
                        .withAlgorithm(algorithm.joseName())
                        .algorithms())
                .isEqualTo(Set.of(algorithm));
        assertThat(GeneratedKeys.bare(algorithm).withAlgorithm("none").algorithms())
                .isEmpty();
    }

    @Test
    void keepsTheOtherAttributes() {
        Jwk jwk = GeneratedKeys.bare(Algorithm.RS256).withKeyId("a").withAlgorithm("PS256");
        assertThat(jwk.keyId()).contains("a");
        assertThat(jwk.algorithmName()).contains("PS256");
        assertThat(jwk.withKeyId("b").algorithmName()).contains("PS256");
        assertThat(jwk.withAlgorithm("RS256").keyId()).contains("a");
        assertThat(jwk.thumbprint())
                .isEqualTo(GeneratedKeys.bare(Algorithm.RS256).thumbprint());
    }

    /** An encryption key stays one under a new id. */
    @Test
    void keepsThatItIsNotForSignatures() {
        Jwk jwk = JwkReader.read(Keys.publicJson(Algorithm.ES256).put("use", "enc"));
        assertThat(jwk.withKeyId("a").algorithms()).isEmpty();
        assertThat(jwk.withAlgorithm("ES256").algorithms()).isEmpty();
    }

    @Test
    void hasNoPublicPartIfItIsASecret() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GeneratedKeys.of(Algorithm.HS256).publicJson());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void publishesNoPrivateMember(Algorithm algorithm) {
        assertThat(GeneratedKeys.of(algorithm).publicJson().fieldNames())
                .toIterable()
                .isSubsetOf("kty", "n", "e", "crv", "x", "y", "kid", "use", "alg");
        assertThat(GeneratedKeys.of(algorithm).publicJson().path("use").asText())
                .isEqualTo("sig");
    }

    /** The key copies the caller's array. */
    @Test
    void copiesTheSecret() {
        byte[] bytes = new byte[32];
        Jwk jwk = Jwk.ofSecret(bytes);
        bytes[0] = 1;
        ((KeyMaterial.Secret) jwk.material()).bytes()[1] = 1;
        assertThat(((KeyMaterial.Secret) jwk.material()).bytes()).isEqualTo(new byte[32]);
    }
}
