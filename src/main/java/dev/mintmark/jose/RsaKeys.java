package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/**
 * RSA keys from their numbers (RFC 8017 section 3). Every number is checked for its range before anything is computed
 * with it: a signature with a prime of 8 KiB would take minutes.
 */
final class RsaKeys {
    /** Java creates no smaller keys. Keys under 2048 bits are rejected by {@link KeyFacts#admit}. */
    private static final int SMALLEST_BITS = 512;
    /** Java accepts only exponents up to 64 bits for moduli over 3072 bits. */
    private static final int LARGE_BITS = 3072;

    private static final int MAX_EXPONENT_BITS_OF_LARGE_KEY = 64;
    /** A verification with 16384 bits and an exponent of 64 bits takes 30 ms; eight keys are tried. */
    private static final int HUGE_BITS = 4096;

    private static final int MAX_EXPONENT_BITS_OF_HUGE_KEY = 33;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private RsaKeys() {}

    /** The members of the Chinese remainder theorem (RFC 8017 section 3.2), with their names in a JWK. */
    record Crt(BigInteger p, BigInteger q, BigInteger dp, BigInteger dq, BigInteger qi) {
        private boolean isAbsent() {
            return List.of(p, q, dp, dq, qi).stream().allMatch(number -> number.signum() == 0);
        }
    }

    /**
     * The public key.
     *
     * @throws KeyRejectedException if the modulus or the exponent is out of range
     */
    static PublicKey publicKey(BigInteger n, BigInteger e) {
        KeyFacts.admitRsaSize(n.bitLength(), SMALLEST_BITS);
        if (n.signum() < 0) {
            throw outOfRange("n");
        }
        if (e.compareTo(THREE) < 0 || e.compareTo(n) >= 0 || e.bitLength() > maxExponentBits(n)) {
            throw KeyFacts.badExponent();
        }
        try {
            return NativeCrypto.jdkFactory("RSA").generatePublic(new RSAPublicKeySpec(n, e));
        } catch (GeneralSecurityException ex) {
            throw JcaKeys.malformed();
        }
    }

    private static int maxExponentBits(BigInteger n) {
        if (n.bitLength() > HUGE_BITS) {
            return MAX_EXPONENT_BITS_OF_HUGE_KEY;
        }
        return n.bitLength() > LARGE_BITS ? MAX_EXPONENT_BITS_OF_LARGE_KEY : n.bitLength();
    }

    /** The public key of PKCS#1 (RFC 8017 appendix A.1.1). */
    static PublicKey publicKey(RSAPublicKey key) {
        return publicKey(key.getModulus(), key.getPublicExponent());
    }

    /**
     * The pair, with or without the members of the Chinese remainder theorem.
     *
     * @throws KeyRejectedException if a number is out of range, or {@code p} times {@code q} is not {@code n}
     */
    static KeyMaterial.Pair pair(BigInteger n, BigInteger e, BigInteger d, Optional<Crt> crt) {
        PublicKey publicKey = publicKey(n, e);
        requireBelow("d", d, n);
        if (!n.testBit(0)) {
            throw outOfRange("n");
        }
        crt.ifPresent(numbers -> require(numbers, n));
        try {
            PrivateKey privateKey = NativeCrypto.jdkFactory("RSA")
                    .generatePrivate(crt.isPresent() ? spec(n, e, d, crt.get()) : new RSAPrivateKeySpec(n, d));
            return new KeyMaterial.Pair(publicKey, Optional.of(privateKey));
        } catch (GeneralSecurityException ex) {
            throw JcaKeys.malformed();
        }
    }

    /** The pair of PKCS#1 (RFC 8017 appendix A.1.2). Some libraries write zeros for unknown members. */
    static KeyMaterial.Pair pair(RSAPrivateKey key) {
        if (key.getPublicExponent().signum() == 0) {
            throw JcaKeys.malformed();
        }
        Crt crt =
                new Crt(key.getPrime1(), key.getPrime2(), key.getExponent1(), key.getExponent2(), key.getCoefficient());
        Optional<Crt> present = Optional.of(crt).filter(numbers -> !numbers.isAbsent());
        return pair(key.getModulus(), key.getPublicExponent(), key.getPrivateExponent(), present);
    }

    private static RSAPrivateCrtKeySpec spec(BigInteger n, BigInteger e, BigInteger d, Crt crt) {
        return new RSAPrivateCrtKeySpec(n, e, d, crt.p(), crt.q(), crt.dp(), crt.dq(), crt.qi());
    }

    /** No test for primes, which costs 0.3 s itself: numbers in range bound the cost of a signature. */
    private static void require(Crt crt, BigInteger n) {
        requireFactor("p", crt.p(), n);
        requireFactor("q", crt.q(), n);
        if (!crt.p().multiply(crt.q()).equals(n)) {
            throw new KeyRejectedException(
                    Reason.HALVES_DIFFER, "p times q is not n: the RSA numbers are of different keys (RFC 8017 3.2)");
        }
        requireBelow("dp", crt.dp(), crt.p());
        requireBelow("dq", crt.dq(), crt.q());
        requireBelow("qi", crt.qi(), crt.p());
    }

    private static void requireFactor(String name, BigInteger number, BigInteger n) {
        requireBelow(name, number, n);
        if (!number.testBit(0) || number.equals(BigInteger.ONE)) {
            throw outOfRange(name);
        }
    }

    private static void requireBelow(String name, BigInteger number, BigInteger bound) {
        if (number.signum() <= 0 || number.compareTo(bound) >= 0) {
            throw outOfRange(name);
        }
    }

    private static KeyRejectedException outOfRange(String name) {
        return new KeyRejectedException(
                Reason.MALFORMED, "The RSA key's " + name + " is out of range (RFC 8017 3.2, RFC 7518 6.3)");
    }
}
