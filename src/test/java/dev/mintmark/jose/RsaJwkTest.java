package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RSA numbers: too small, too large, or from a flawed generator. */
class RsaJwkTest {
    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    @ParameterizedTest
    @ValueSource(ints = {512, 1023, 1024, 1536, 2040, 2047, 16_385, 20_000})
    void refusesAModulusThatIsTooSmallOrAbsurdlyLarge(int bits) {
        Keys.assertRejected(Reason.RSA_SIZE, jwk(modulus(bits), F4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 256, 511})
    void refusesAModulusThatIsNoneAtAll(int bits) {
        Keys.assertRejected(Reason.RSA_SIZE, jwk(modulus(bits), F4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 2049, 3072, 4096, 16_384})
    void takesAModulusOfASoundSize(int bits) {
        assertThat(JwkReader.read(jwk(modulus(bits), F4)).facts().bits()).isEqualTo(bits);
    }

    static Stream<BigInteger> badExponents() {
        return Stream.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                BigInteger.TWO,
                BigInteger.valueOf(65_536),
                F4.add(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(256).add(BigInteger.ONE),
                modulus(2048).subtract(BigInteger.TWO),
                modulus(2048),
                modulus(2049));
    }

    /** With e = 1 the padded hash is the signature itself: anyone can create one. */
    @ParameterizedTest
    @MethodSource("badExponents")
    void refusesAnExponentThatIsEvenOneOrHuge(BigInteger exponent) {
        Keys.assertRejected(Reason.RSA_EXPONENT, jwk(modulus(2048), exponent));
        Keys.assertRejected(Reason.RSA_EXPONENT, jwk(modulus(4096), exponent));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17, 65_537, 4_294_967_297L})
    void takesAnOddExponent(long exponent) {
        KeyFacts facts =
                JwkReader.read(jwk(modulus(2048), BigInteger.valueOf(exponent))).facts();
        assertThat(facts.exponent()).contains(BigInteger.valueOf(exponent));
    }

    @Test
    void refusesARocaModulus() {
        Keys.assertRejected(Reason.ROCA, jwk(RocaTest.rocaModulus(), F4));
    }

    @Test
    void refusesAKeyOfMoreThanTwoPrimes() {
        ObjectNode json = Keys.privateJson(Algorithm.RS256);
        json.putArray("oth");
        Keys.assertRejected(Reason.UNSUPPORTED, json);
    }

    /** The five members of the Chinese remainder theorem are optional as a group (RFC 7518 section 6.3.2). */
    @Test
    void signsWithAPrivateKeyOfTheExponentAlone() {
        ObjectNode json = Keys.privateJson(Algorithm.PS256);
        json.remove(List.of("p", "q", "dp", "dq", "qi"));
        Jwk jwk = JwkReader.read(json);
        assertThat(jwk.insecurePrivateJson()).isEqualTo(json);
        assertThat(SigningKey.of(jwk, Algorithm.PS256).keyId()).isEqualTo(jwk.keyId());
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.signed(jwk, Algorithm.PS256),
                        GeneratedKeys.of(Algorithm.PS256),
                        Algorithm.PS256))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"d", "p", "q", "dp", "dq", "qi", "n"})
    void refusesToSignWithNumbersOfTwoKeys(String member) {
        JsonNode one = Keys.privateJson(Algorithm.RS256);
        JsonNode other = GeneratedKeys.otherOf(Algorithm.RS256).insecurePrivateJson();
        // A number of the other key is out of range in at most one of the two.
        assertThat(List.of(reasonOfMixed(member, one, other), reasonOfMixed(member, other, one)))
                .contains(Reason.HALVES_DIFFER)
                .isSubsetOf(Reason.HALVES_DIFFER, Reason.MALFORMED);
    }

    private static Reason reasonOfMixed(String member, JsonNode key, JsonNode other) {
        ObjectNode json = key.deepCopy();
        json.set(member, other.get(member));
        if (member.equals("d")) {
            // With the members of the Chinese remainder theorem, d is not used.
            json.remove(List.of("p", "q", "dp", "dq", "qi"));
        }
        KeyRejectedException rejection = catchThrowableOfType(
                KeyRejectedException.class, () -> SigningKey.of(JwkReader.read(json), Algorithm.RS256));
        assertThat(rejection).as("a rejection").isNotNull();
        Leak.assertNone(rejection, json.path("d").asText());
        return rejection.reason();
    }

    /** For any numbers, the result is a rejection or a key that signs, never another exception. */
    @ParameterizedTest
    @CsvSource({"d", "p", "q", "dp", "dq", "qi"})
    void answersSenselessPrivateNumbersWithARefusal(String member) {
        for (long value : new long[] {0, 1, 2, 3, 4, 65_537}) {
            ObjectNode json = Keys.privateJson(Algorithm.RS256).put(member, Keys.encoded(BigInteger.valueOf(value)));
            try {
                SigningKey.of(JwkReader.read(json), Algorithm.RS256);
            } catch (KeyRejectedException e) {
                assertThat(e.reason()).isIn(Reason.HALVES_DIFFER, Reason.MALFORMED);
            }
        }
    }

    private static ObjectNode jwk(BigInteger modulus, BigInteger exponent) {
        return Keys.json("{'kty':'RSA'}").put("n", Keys.encoded(modulus)).put("e", Keys.encoded(exponent));
    }

    /** For a public key any odd number is accepted. */
    private static BigInteger modulus(int bits) {
        return bits == 0
                ? BigInteger.ZERO
                : new BigInteger(bits, new Random(bits)).setBit(bits - 1).setBit(0);
    }
}
