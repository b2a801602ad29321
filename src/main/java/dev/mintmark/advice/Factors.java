package dev.mintmark.advice;

import java.math.BigInteger;
import java.util.BitSet;

/** Finds out whether an RSA modulus can be factored at once, because its generator was broken. */
final class Factors {
    private static final int SMALL = 65_536;
    private static final int FERMAT_STEPS = 100;
    /** Larger moduli cost too much to look at, and are reported for their size. */
    private static final int LARGEST_BITS = 16_384;

    /** The product of all odd primes below 2^16: one division and one gcd instead of 6,541 divisions. */
    private static final BigInteger SMALL_PRIMES = product(primes(), 0, primes().length);

    private Factors() {}

    /** How it falls apart, as the end of a sentence; empty text if it does not. */
    static String flaw(BigInteger n) {
        if (n.bitLength() > LARGEST_BITS || n.bitLength() < Long.SIZE) {
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

    /** Fermat: primes close to each other are found from the square root of their product (CVE-2022-26320). */
    private static String fermat(BigInteger n) {
        BigInteger[] root = n.sqrtAndRemainder();
        if (root[1].signum() == 0) {
            return "is a square";
        }
        BigInteger a = root[0].add(BigInteger.ONE);
        BigInteger square = a.multiply(a).subtract(n);
        for (int i = 0; i < FERMAT_STEPS; i++) {
            if (isSquare(square)) {
                return "has primes that are close to each other";
            }
            square = square.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return "";
    }

    private static boolean isSquare(BigInteger value) {
        // Squares end in few patterns of bits: most numbers are out before the costly root.
        int low = value.intValue() & 63;
        boolean possible = low == 0 || low == 1 || low == 4 || low == 9 || low == 16 || low == 17 || low == 25
                || low == 33 || low == 36 || low == 41 || low == 49 || low == 57;
        return possible && value.sqrtAndRemainder()[1].signum() == 0;
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
