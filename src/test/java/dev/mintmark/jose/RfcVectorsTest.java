package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.Members;
import dev.mintmark.RfcVectors;
import dev.mintmark.RfcVectors.Vector;
import dev.mintmark.jose.json.StrictJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the RFCs, as printed there. */
class RfcVectorsTest {

    static List<Vector> vectors() {
        return RfcVectors.ALL;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifiesThePublishedToken(Vector vector) {
        assertThat(UnverifiedJws.parse(vector.token()).verify(key(vector), algorithm(vector)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesThePublishedTokenWithAnotherHeader(Vector vector) {
        String rest = vector.token().substring(vector.token().indexOf('.'));
        String header = Base64Url.encode(
                "{\"alg\":\"%s\",\"x\":1}".formatted(vector.algorithm()).getBytes(UTF_8));
        assertThat(UnverifiedJws.parse(header + rest).verify(key(vector), algorithm(vector)))
                .isEmpty();
    }

    /** Deterministic algorithms have one signature only: a new signature equals the printed one. */
    @ParameterizedTest
    @MethodSource("vectors")
    void signsThePublishedTokenAgainWhereTheAlgorithmIsDeterministic(Vector vector) {
        Algorithm algorithm = algorithm(vector);
        String[] parts = vector.token().split("\\.");
        byte[] input = (parts[0] + '.' + parts[1]).getBytes(UTF_8);
        byte[] signature = RawSignature.sign(
                algorithm, RawSignature.signingKey(algorithm, jwk(vector).material()), input);
        switch (algorithm.family()) {
            case HMAC, RSA, EDDSA -> assertThat(Base64Url.encode(signature)).isEqualTo(parts[2]);
            case RSA_PSS, ECDSA -> assertThat(Base64Url.encode(signature)).isNotEqualTo(parts[2]);
        }
    }

    /** This also shows that the two halves belong to one key. */
    @ParameterizedTest
    @MethodSource("vectors")
    void signsWithThePublishedKey(Vector vector) {
        Algorithm algorithm = algorithm(vector);
        String token = SigningKey.of(jwk(vector), algorithm)
                .sign(Members.of(Map.of("alg", vector.algorithm(), "typ", "JWT")), Members.of(Map.of("sub", "alice")));
        assertThat(UnverifiedJws.parse(token).verify(key(vector), algorithm)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void knowsThePublishedKeyAsASampleKey(Vector vector) {
        assertThat(jwk(vector).facts().isSampleKey()).isTrue();
    }

    @Test
    void makesTheThumbprintOfRfc7638() {
        Jwk jwk = read(RfcVectors.RFC7638_31_KEY);
        assertThat(jwk.thumbprint()).isEqualTo(RfcVectors.RFC7638_31_THUMBPRINT);
        assertThat(jwk.facts().isSampleKey()).isTrue();
    }

    @Test
    void makesTheThumbprintOfRfc8037() {
        assertThat(jwk(RfcVectors.RFC8037_A4).thumbprint()).isEqualTo(RfcVectors.RFC8037_A3_THUMBPRINT);
    }

    private static Algorithm algorithm(Vector vector) {
        return Algorithm.parse(vector.algorithm()).orElseThrow();
    }

    private static VerificationKey key(Vector vector) {
        return VerificationKey.of(jwk(vector));
    }

    private static Jwk jwk(Vector vector) {
        return read(vector.jwk());
    }

    private static Jwk read(String jwk) {
        return JwkReader.read(StrictJson.object(jwk.getBytes(UTF_8)));
    }
}
