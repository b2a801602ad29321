package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points and scalars: an invalid curve attack uses a point on another curve (RFC 8725 section 3.4). */
class CurveJwkTest {

    static Stream<Algorithm> algorithms() {
        return Stream.of(Algorithm.ES256, Algorithm.ES384, Algorithm.ES512);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesAPointOffItsCurve(Algorithm algorithm) {
        int length = curve(algorithm).coordinateBytes();
        ObjectNode sound = Keys.publicJson(algorithm);
        BigInteger y = Keys.number(sound, "y").xor(BigInteger.ONE);
        Keys.assertRejected(Reason.OFF_CURVE, sound.deepCopy().put("y", Keys.encoded(y, length)));
        Keys.assertRejected(
                Reason.OFF_CURVE,
                sound.deepCopy()
                        .put("x", sound.path("y").asText())
                        .put("y", sound.path("x").asText()));
        String zero = Keys.encoded(BigInteger.ZERO, length);
        Keys.assertRejected(Reason.OFF_CURVE, sound.deepCopy().put("x", zero).put("y", zero));
    }

    /** P-521 has room for x + p, which equals x for a verifier that reduces before it checks. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "y"})
    void refusesACoordinateOverTheFieldsPrime(String member) {
        BigInteger p = ((ECFieldFp) Curve.P521.parameters().getCurve().getField()).getP();
        ObjectNode json = Keys.publicJson(Algorithm.ES512);
        Keys.assertRejected(
                Reason.OFF_CURVE,
                json.put(member, Keys.encoded(Keys.number(json, member).add(p), 66)));
    }

    @ParameterizedTest
    @CsvSource({
        "ES256, x",
        "ES256, y",
        "ES256, d",
        "ES384, x",
        "ES384, d",
        "ES512, y",
        "ES512, d",
        "EDDSA, x",
        "EDDSA, d"
    })
    void refusesANumberOfAnotherLengthThanTheCurves(Algorithm algorithm, String member) {
        ObjectNode json = Keys.privateJson(algorithm);
        byte[] sound = Base64Url.decode(json.path(member).asText());
        byte[] padded = new byte[sound.length + 1];
        System.arraycopy(sound, 0, padded, 1, sound.length);
        Stream.of(
                        padded,
                        new byte[0],
                        Arrays.copyOf(sound, sound.length - 1),
                        Arrays.copyOf(sound, sound.length + 1),
                        Arrays.copyOfRange(sound, 1, sound.length))
                .forEach(bad ->
                        Keys.assertRejected(Reason.MALFORMED, json.deepCopy().put(member, Base64Url.encode(bad))));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesAScalarOutOfRange(Algorithm algorithm) {
        int length = curve(algorithm).coordinateBytes();
        BigInteger n = curve(algorithm).order();
        for (BigInteger d : new BigInteger[] {BigInteger.ZERO, n, n.add(BigInteger.ONE)}) {
            Keys.assertRejected(Reason.MALFORMED, Keys.privateJson(algorithm).put("d", Keys.encoded(d, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kty':'EC','crv':'secp256k1'}",
                "{'kty':'EC','crv':'P-256K'}",
                "{'kty':'EC','crv':'p-256'}",
                "{'kty':'EC','crv':'P-192'}",
                "{'kty':'EC','crv':'Ed25519'}",
                "{'kty':'EC'}",
                "{'kty':'OKP','crv':'Ed448'}",
                "{'kty':'OKP','crv':'X25519'}",
                "{'kty':'OKP','crv':'X448'}",
                "{'kty':'OKP','crv':'ed25519'}",
                "{'kty':'OKP','crv':'P-256'}",
                "{'kty':'OKP'}"
            })
    void saysThatAnotherCurveIsUnsupported(String json) {
        ObjectNode members = Keys.publicJson(Algorithm.ES256).without("crv");
        Keys.assertRejected(Reason.UNSUPPORTED, members.setAll(Keys.json(json)));
    }

    /** Points of small order, bytes that are not a point, and a point whose y is over the prime. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "0200000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void refusesAnUnsoundPointOfEd25519(String hex) {
        String x = Base64Url.encode(java.util.HexFormat.of().parseHex(hex));
        Keys.assertRejected(Reason.OFF_CURVE, Keys.publicJson(Algorithm.EDDSA).put("x", x));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512", "EDDSA"})
    void refusesToSignWithHalvesOfTwoKeys(Algorithm algorithm) {
        ObjectNode json = Keys.privateJson(algorithm);
        json.set("d", GeneratedKeys.otherOf(algorithm).insecurePrivateJson().get("d"));
        Keys.assertRejected(
                Reason.HALVES_DIFFER,
                () -> SigningKey.of(JwkReader.read(json), algorithm),
                json.path("d").asText());
    }

    /** One in 256 keys has a leading zero; the length stays (RFC 7518 section 6.2.1.2). */
    @Test
    void keepsLeadingZerosOfCoordinates() {
        for (int i = 0; i < 20_000; i++) {
            Jwk jwk = GeneratedKey.of(Algorithm.ES256);
            if (Base64Url.decode(jwk.publicJson().path("x").asText())[0] == 0) {
                assertThat(JwkReader.read(jwk.insecurePrivateJson()).thumbprint())
                        .isEqualTo(jwk.thumbprint());
                return;
            }
        }
    }

    /** The names of RFC 8037 and RFC 9864 mean one algorithm, and the key keeps the one it came with. */
    @ParameterizedTest
    @ValueSource(strings = {"EdDSA", "Ed25519"})
    void readsBothNamesOfEd25519(String alg) {
        Jwk jwk = JwkReader.read(Keys.privateJson(Algorithm.EDDSA).put("alg", alg));
        assertThat(jwk.algorithms()).containsExactly(Algorithm.EDDSA);
        assertThat(jwk.publicJson().path("alg").asText()).isEqualTo(alg);
        assertThat(SigningKey.of(jwk, Algorithm.EDDSA).algorithmName()).isEqualTo(alg);
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.signed(GeneratedKeys.of(Algorithm.EDDSA), Algorithm.EDDSA),
                        jwk,
                        Algorithm.EDDSA))
                .isPresent();
    }

    private static Curve curve(Algorithm algorithm) {
        return algorithm.curve().orElseThrow();
    }
}
