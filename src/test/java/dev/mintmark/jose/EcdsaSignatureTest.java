package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7518 section 3.4: {@code r || s}, each of the curve's length and within 1 and n - 1. */
@Isolated("changes the providers of the JVM")
class EcdsaSignatureTest {
    private static final Map<Algorithm, String> FIXED = new EnumMap<>(Algorithm.class);

    static Stream<Algorithm> algorithms() {
        return Stream.of(Algorithm.ES256, Algorithm.ES384, Algorithm.ES512);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesAnROrSThatIsOutOfRange(Algorithm algorithm) {
        Rs sound = Rs.of(algorithm, token(algorithm));
        refusedOutOfRange(algorithm, sound);
        for (Rs bad : outOfRange(sound)) {
            refusedOutOfRange(algorithm, bad);
        }
    }

    private static void refusedOutOfRange(Algorithm algorithm, Rs rs) {
        boolean inRange = Stream.of(rs.r, rs.s)
                .allMatch(v -> v.signum() > 0 && v.compareTo(rs.curve().order()) < 0);
        assertThat(verifies(algorithm, rs.bytes())).isEqualTo(inRange);
    }

    /**
     * With a provider that accepts everything, as JDK 17.0.2 accepted zeros (CVE-2022-21449): our own check rejects
     * them.
     */
    @ParameterizedTest
    @MethodSource("algorithms")
    void leavesTheRangeToNoProvider(Algorithm algorithm) {
        String token = token(algorithm);
        Rs sound = Rs.of(algorithm, token);
        AcceptingProvider.during(() -> {
            assertThat(verifies(algorithm, sound.bytes())).isTrue();
            for (Rs bad : outOfRange(sound)) {
                assertThat(verifies(algorithm, bad.bytes())).isFalse();
            }
        });
    }

    private static Rs[] outOfRange(Rs sound) {
        BigInteger zero = BigInteger.ZERO;
        BigInteger n = sound.curve().order();
        BigInteger most =
                BigInteger.ONE.shiftLeft(8 * sound.curve().coordinateBytes()).subtract(BigInteger.ONE);
        return new Rs[] {
            sound.with(zero, zero),
            sound.with(zero, sound.s),
            sound.with(sound.r, zero),
            sound.with(n, sound.s),
            sound.with(sound.r, n),
            sound.with(n, n),
            sound.with(n.add(BigInteger.ONE), sound.s),
            sound.with(sound.r, n.add(BigInteger.ONE)),
            sound.with(most, sound.s),
            sound.with(sound.r, most)
        };
    }

    /** P-521 has room for n + s, which equals s for a verifier that reduces before it checks. */
    @Test
    void refusesTheSameSignatureWithTheOrderAdded() {
        Rs sound = Rs.of(Algorithm.ES512, token(Algorithm.ES512));
        BigInteger n = sound.curve().order();
        assertThat(verifies(Algorithm.ES512, sound.with(sound.r, sound.s.add(n)).bytes()))
                .isFalse();
        assertThat(verifies(Algorithm.ES512, sound.with(sound.r.add(n), sound.s).bytes()))
                .isFalse();
    }

    /** Valid ECDSA and therefore accepted: nothing may be keyed on the text of a token. */
    @ParameterizedTest
    @MethodSource("algorithms")
    void acceptsTheSecondFormOfASignature(Algorithm algorithm) {
        String token = token(algorithm);
        Rs rs = Rs.of(algorithm, token);
        Rs second = rs.with(rs.r, rs.curve().order().subtract(rs.s));
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.withSignature(token, second.bytes()), GeneratedKeys.of(algorithm), algorithm))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesTheDerEncoding(Algorithm algorithm) throws GeneralSecurityException {
        String token = token(algorithm);
        // Of several, because one may have the length of r || s by chance.
        for (int i = 0; i < 5; i++) {
            Signature der = Signature.getInstance("SHA" + algorithm.name().substring(2) + "withECDSA");
            der.initSign((PrivateKey) RawSignature.signingKey(
                    algorithm, GeneratedKeys.of(algorithm).material()));
            der.update(GeneratedTokens.signingInput(token));
            String bad = GeneratedTokens.withSignature(token, der.sign());
            assertThat(GeneratedTokens.verify(bad, GeneratedKeys.of(algorithm), algorithm))
                    .isEmpty();
        }
    }

    /** The JDK splits in the middle at any length: each half with a leading zero is the same number. */
    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesHalvesThatAreLongerOrShorterThanTheCurve(Algorithm algorithm) {
        String token = token(algorithm);
        byte[] sound = GeneratedTokens.signature(token);
        int half = sound.length / 2;
        byte[] padded = new byte[sound.length + 2];
        System.arraycopy(sound, 0, padded, 1, half);
        System.arraycopy(sound, half, padded, half + 2, half);
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.withSignature(token, padded), GeneratedKeys.of(algorithm), algorithm))
                .isEmpty();
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.withSignature(token, Arrays.copyOf(sound, half)),
                        GeneratedKeys.of(algorithm),
                        algorithm))
                .isEmpty();
    }

    private static boolean verifies(Algorithm algorithm, byte[] signature) {
        String bad = GeneratedTokens.withSignature(FIXED.get(algorithm), signature);
        return GeneratedTokens.verify(bad, GeneratedKeys.of(algorithm), algorithm)
                .isPresent();
    }

    /** One token per algorithm, because each signature is different. */
    private static String token(Algorithm algorithm) {
        return FIXED.computeIfAbsent(algorithm, a -> GeneratedTokens.signed(GeneratedKeys.of(a), a));
    }

    private record Rs(Algorithm algorithm, BigInteger r, BigInteger s) {
        static Rs of(Algorithm algorithm, String token) {
            byte[] bytes = GeneratedTokens.signature(token);
            int half = bytes.length / 2;
            return new Rs(algorithm, new BigInteger(1, bytes, 0, half), new BigInteger(1, bytes, half, half));
        }

        Curve curve() {
            return algorithm.curve().orElseThrow();
        }

        Rs with(BigInteger otherR, BigInteger otherS) {
            return new Rs(algorithm, otherR, otherS);
        }

        byte[] bytes() {
            int length = curve().coordinateBytes();
            byte[] bytes = Arrays.copyOf(BigIntegers.asUnsignedByteArray(length, r), 2 * length);
            System.arraycopy(BigIntegers.asUnsignedByteArray(length, s), 0, bytes, length, length);
            return bytes;
        }
    }
}
