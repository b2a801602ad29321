package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RocaTest {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65_537);
    /** The product of the primes from 2 to 167. */
    private static final BigInteger PRIMORIAL =
            primes().mapToObj(BigInteger::valueOf).reduce(BigInteger.TWO, BigInteger::multiply);

    private static final Random RANDOM = new Random(2017);
    private static final BigInteger MODULUS = weakPrime().multiply(weakPrime());

    /** 2048 bits, generated as the flawed generator did (Nemec et al., ACM CCS 2017). */
    static BigInteger rocaModulus() {
        return MODULUS;
    }

    private static IntStream primes() {
        return IntStream.rangeClosed(3, 167).filter(n -> BigInteger.valueOf(n).isProbablePrime(50));
    }

    /** A prime of 1024 bits of the form k * M + (65537^a mod M), its two highest bits set. */
    private static BigInteger weakPrime() {
        while (true) {
            BigInteger a = new BigInteger(200, RANDOM);
            BigInteger residue = GENERATOR.modPow(a, PRIMORIAL);
            BigInteger start = new BigInteger(1024, RANDOM).setBit(1023).setBit(1022);
            BigInteger candidate = start.subtract(start.mod(PRIMORIAL)).add(residue);
            if (candidate.bitLength() == 1024 && candidate.testBit(1022) && candidate.isProbablePrime(20)) {
                return candidate;
            }
        }
    }

    @Test
    void flagsAModulusOfTheFlawedGenerator() {
        assertThat(MODULUS.bitLength()).isEqualTo(2048);
        assertThat(Roca.hasFingerprint(MODULUS)).isTrue();
    }

    static Stream<Integer> fingerprintPrimes() {
        return primes().boxed();
    }

    /** All 38 primes must match: with one exception, the modulus is from another generator. */
    @ParameterizedTest
    @MethodSource("fingerprintPrimes")
    void flagsNoModulusThatIsOutOfLineModuloOnePrime(int prime) {
        BigInteger p = BigInteger.valueOf(prime);
        BigInteger others = PRIMORIAL.divide(p);
        BigInteger steps =
                p.subtract(MODULUS.mod(p)).multiply(others.modInverse(p)).mod(p);
        BigInteger almost = MODULUS.add(others.multiply(steps));
        assertThat(almost.mod(p)).isEqualTo(BigInteger.ZERO);
        assertThat(Roca.hasFingerprint(almost)).isFalse();
    }

    @Test
    void checksThirtyEightPrimes() {
        assertThat(primes().count()).isEqualTo(38);
    }

    @Test
    void flagsNoRandomNumber() {
        Random random = new Random(38);
        for (int i = 0; i < 1000; i++) {
            assertThat(Roca.hasFingerprint(new BigInteger(2048, random).setBit(0)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "[RP]S.*")
    void flagsNoKeyOfASoundGenerator(Algorithm algorithm) {
        assertThat(GeneratedKeys.of(algorithm).facts().isRoca()).isFalse();
        assertThat(GeneratedKeys.otherOf(algorithm).facts().isRoca()).isFalse();
    }
}
