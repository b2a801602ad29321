package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedKeyTest {

    @ParameterizedTest
    @EnumSource
    void makesAKeyOfExactlyOneAlgorithm(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        assertThat(jwk.algorithms()).containsExactly(algorithm);
        assertThat(jwk.isPrivate()).isTrue();
        assertThat(jwk.admit()).isSameAs(jwk);
        assertThat(jwk.facts().bits()).isEqualTo(algorithm.smallestKeyBits());
        assertThat(jwk.facts().isSampleKey()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void makesAnotherKeyEachTime(Algorithm algorithm) {
        Jwk one = GeneratedKeys.of(algorithm);
        Jwk other = GeneratedKeys.otherOf(algorithm);
        assertThat(one.thumbprint()).isNotEqualTo(other.thumbprint());
        assertThat(one.keyId()).isNotEqualTo(other.keyId());
    }

    /** Guesses could be tested against the thumbprint of a secret (RFC 7638 section 7). */
    @ParameterizedTest
    @EnumSource
    void namesAKeyByItsThumbprintUnlessItIsASecret(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        assertThat(jwk.keyId().orElseThrow().equals(jwk.thumbprint())).isEqualTo(!jwk.isSecret());
    }
}
