package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFactsTest {

    @ParameterizedTest
    @CsvSource({
        "HS256, oct, 256",
        "HS384, oct, 384",
        "HS512, oct, 512",
        "RS256, RSA, 2048",
        "PS512, RSA, 2048",
        "ES256, EC, 256",
        "ES384, EC, 384",
        "ES512, EC, 521",
        "EDDSA, OKP, 256"
    })
    void statesTypeAndSize(Algorithm algorithm, String type, int bits) {
        KeyFacts facts = GeneratedKeys.of(algorithm).facts();
        assertThat(facts.type()).isEqualTo(type);
        assertThat(facts.bits()).isEqualTo(bits);
        assertThat(facts.curve()).isEqualTo(algorithm.curve());
        assertThat(facts.isRoca()).isFalse();
        assertThat(facts.isSampleKey()).isFalse();
        assertThat(facts.thumbprint()).isEqualTo(GeneratedKeys.of(algorithm).thumbprint());
    }

    @Test
    void statesTheExponentOfRsaAlone() {
        assertThat(GeneratedKeys.of(Algorithm.PS256).facts().exponent()).contains(BigInteger.valueOf(65_537));
        assertThat(GeneratedKeys.of(Algorithm.ES256).facts().exponent()).isEmpty();
        assertThat(GeneratedKeys.of(Algorithm.HS256).facts().exponent()).isEmpty();
    }
}
