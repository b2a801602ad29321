package dev.mintmark.advice.rules;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/** Detects RSA moduli of broken generators that can be factored immediately. */
final class RsaFactors {
    private static final int SMALL = 65_536;
    private static final int FERMAT_STEPS = 100;
    /** Larger moduli are too expensive to check; another rule reports their size. */
    private static final int MAX_BITS = 4_096;

    private static final int[] SIEVES = {64, 63, 65, 11, 17, 19};
    private static final long SIEVE = Arrays.stream(SIEVES).asLongStream().reduce(1, (x, y) -> x * y);
    private static final BitSet[] SQUARES =
            Arrays.stream(SIEVES).mapToObj(RsaFactors::squares).toArray(BitSet[]::new);

    /** The product of all odd primes below 2^16: one division and one gcd instead of 6,541 divisions. */
    private static final BigInteger SMALL_PRIMES = product(primes(), 0, primes().length);

    private RsaFactors() {}

    /** The reason why it can be factored, as the end of a sentence; the empty string if it cannot. */
    static String flaw(BigInteger n) {
        if (n.bitLength() > MAX_BITS || n.bitLength() < Long.SIZE) {
            return "";
        }
        if (!n.testBit(0)) {
            return "is even";
        }
        if (!SMALL_PRIMES.mod(n).gcd(n).equals(BigInteger.ONE)) {
            return "has a factor below 65,536";
        }
        return fermat(n);
    }

    /** Fermat's method finds close primes from the square root of their product (CVE-2022-26320). */
    private static String fermat(BigInteger n) {
        BigInteger[] root = n.sqrtAndRemainder();
        if (root[1].signum() == 0) {
            return "is a square";
        }
        long a = root[0].mod(BigInteger.valueOf(SIEVE)).longValue();
        long product = n.mod(BigInteger.valueOf(SIEVE)).longValue();
        for (int i = 1; i <= FERMAT_STEPS; i++) {
            long difference = ((a + i) * (a + i) - product) % SIEVE;
            if (mayBeSquare((difference + SIEVE) % SIEVE)) {
                BigInteger candidate = root[0].add(BigInteger.valueOf(i));
                if (candidate
                                .multiply(candidate)
                                .subtract(n)
                                .sqrtAndRemainder()[1]
                                .signum()
                        == 0) {
                    return "has primes that are close to each other";
                }
            }
        }
        return "";
    }

    /** Whether a number with this residue can be a square: one in 400 can, which saves costly roots. */
    private static boolean mayBeSquare(long residue) {
        for (int i = 0; i < SIEVES.length; i++) {
            if (!SQUARES[i].get((int) (residue % SIEVES[i]))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet squares(int modulus) {
        BitSet squares = new BitSet(modulus);
        for (int i = 0; i < modulus; i++) {
            squares.set(i * i % modulus);
        }
        return squares;
    }

    private static int[] primes() {
        BitSet composite = new BitSet(SMALL);
        for (int i = 3; i * i < SMALL; i += 2) {
            for (int j = i * i; !composite.get(i) && j < SMALL; j += 2 * i) {
                composite.set(j);
            }
        }
        return java.util.stream.IntStream.iterate(3, i -> i < SMALL, i -> i + 2)
                .filter(i -> !composite.get(i))
                .toArray();
    }

    private static BigInteger product(int[] numbers, int from, int to) {
        if (to - from == 1) {
            return BigInteger.valueOf(numbers[from]);
        }
        int middle = (from + to) / 2;
        return product(numbers, from, middle).multiply(product(numbers, middle, to));
    }
}
