package dev.mintmark.jose;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The fingerprint of CVE-2017-15361: modulo each of 38 small primes, the modulus is in the group that 65537 generates.
 * A sound modulus has the fingerprint with a probability of 4e-9.
 */
final class Roca {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65_537);
    private static final int[] PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
    };
    private static final BitSet[] GROUPS =
            Arrays.stream(PRIMES).mapToObj(Roca::group).toArray(BitSet[]::new);

    private Roca() {}

    static boolean hasFingerprint(BigInteger modulus) {
        for (int i = 0; i < PRIMES.length; i++) {
            if (!GROUPS[i].get(modulus.mod(BigInteger.valueOf(PRIMES[i])).intValue())) {
                return false;
            }
        }
        return true;
    }

    private static BitSet group(int prime) {
        BitSet group = new BitSet(prime);
        int generator = GENERATOR.mod(BigInteger.valueOf(prime)).intValue();
        for (int element = 1; !group.get(element); element = element * generator % prime) {
            group.set(element);
        }
        return group;
    }
}
