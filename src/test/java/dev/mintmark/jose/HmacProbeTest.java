package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HmacProbeTest {
    private static final byte[] INPUT = "header.payload".getBytes(UTF_8);

    private static byte[] sign(Algorithm algorithm, byte[] secret) {
        KeyMaterial material = new KeyMaterial.Secret(secret);
        return RawSignature.sign(algorithm, RawSignature.signingKey(algorithm, material), INPUT);
    }

    @Test
    void recognisesTheSecretThatSigned() {
        for (Algorithm algorithm : List.of(Algorithm.HS256, Algorithm.HS384, Algorithm.HS512)) {
            byte[] signature = sign(algorithm, "secret".getBytes(UTF_8));
            HmacProbe probe =
                    HmacProbe.of(algorithm.joseName(), INPUT, signature).orElseThrow();
            assertThat(probe.isSignedBy("other".getBytes(UTF_8))).isFalse();
            assertThat(probe.isSignedBy("secret".getBytes(UTF_8))).isTrue();
            assertThat(probe.isSignedBy(new byte[0])).isFalse();
        }
    }

    @Test
    void treatsAnEmptySecretAsOneZeroByte() {
        HmacProbe probe =
                HmacProbe.of("HS256", INPUT, sign(Algorithm.HS256, new byte[1])).orElseThrow();
        assertThat(probe.isSignedBy(new byte[0])).isTrue();
    }

    @Test
    void isEmptyForOtherAlgorithmsAndLengths() {
        assertThat(HmacProbe.of("RS256", INPUT, new byte[32])).isEmpty();
        assertThat(HmacProbe.of("HS256", INPUT, new byte[31])).isEmpty();
        assertThat(HmacProbe.of("hs256", INPUT, new byte[32])).isEmpty();
    }
}
