package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationKeyTest {

    @ParameterizedTest
    @EnumSource
    void permitsWhatItsKeyPermits(Algorithm algorithm) {
        VerificationKey key = VerificationKey.of(GeneratedKeys.of(algorithm));
        assertThat(key.algorithms()).isEqualTo(Set.of(algorithm));
        assertThat(key.keyId()).isEqualTo(GeneratedKeys.of(algorithm).keyId());
        assertThat(VerificationKey.of(GeneratedKeys.bare(algorithm)).keyId()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void verifiesWithThePublicHalf(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        Jwk visible = jwk.isSecret() ? jwk : JwkReader.read(jwk.publicJson());
        byte[] input = {1, 2, 3};
        byte[] signature = RawSignature.sign(algorithm, RawSignature.signingKey(algorithm, jwk.material()), input);
        assertThat(VerificationKey.of(visible).verify(algorithm, input, signature))
                .isTrue();
        assertThat(VerificationKey.of(visible).verify(algorithm, new byte[] {1, 2, 4}, signature))
                .isFalse();
    }

    /** The key's own alg decides, also if the signature would be correct (RFC 8725 section 3.1). */
    @ParameterizedTest
    @EnumSource
    void permitsNothingIfTheKeyNamesAnAlgorithmThatNobodyKnows(Algorithm algorithm) {
        VerificationKey key = VerificationKey.of(GeneratedKeys.of(algorithm).withAlgorithm("XY999"));
        assertThat(key.algorithms()).isEmpty();
        String token = GeneratedTokens.signed(GeneratedKeys.of(algorithm), algorithm);
        assertThat(UnverifiedJws.parse(token).verify(key, algorithm)).isEmpty();
    }
}
