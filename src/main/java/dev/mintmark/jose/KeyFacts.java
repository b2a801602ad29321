package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * The facts about a key's strength. {@code keys} rejects keys by these facts, and {@code advice} describes them.
 *
 * @param type the {@code kty}: {@code RSA}, {@code EC}, {@code OKP} or {@code oct}
 * @param bits the size in bits of the modulus, the curve's field or the secret
 * @param curve the curve of an EC key
 * @param exponent the public exponent of an RSA key
 * @param isRoca whether the modulus has the fingerprint of CVE-2017-15361
 * @param thumbprint RFC 7638, SHA-256
 */
public record KeyFacts(
        String type,
        int bits,
        Optional<Curve> curve,
        Optional<BigInteger> exponent,
        boolean isRoca,
        String thumbprint) {
    private static final int SMALLEST_RSA_BITS = 2048;
    /** A larger key makes a single verification too expensive (denial of service). */
    private static final int MAX_RSA_BITS = 16_384;
    /** FIPS 186-5 section A.1.1: e &lt; 2^256. */
    private static final int MAX_EXPONENT_BITS = 256;

    static KeyFacts of(KeyMaterial material) {
        String thumbprint = JwkWriter.thumbprint(material);
        if (material instanceof KeyMaterial.Secret secret) {
            return new KeyFacts("oct", secret.bits(), Optional.empty(), Optional.empty(), false, thumbprint);
        }
        KeyMaterial.Pair pair = (KeyMaterial.Pair) material;
        if (pair.publicKey() instanceof RSAPublicKey rsa) {
            return new KeyFacts(
                    "RSA",
                    rsa.getModulus().bitLength(),
                    Optional.empty(),
                    Optional.of(rsa.getPublicExponent()),
                    Roca.hasFingerprint(rsa.getModulus()),
                    thumbprint);
        }
        if (pair.publicKey() instanceof ECPublicKey ec) {
            return new KeyFacts(
                    "EC",
                    ec.getParams().getCurve().getField().getFieldSize(),
                    Curve.of(ec),
                    Optional.empty(),
                    false,
                    thumbprint);
        }
        return new KeyFacts("OKP", 256, Optional.empty(), Optional.empty(), false, thumbprint);
    }

    /** Whether the private key is published in a specification, a test suite or on a sample page. */
    public boolean isSampleKey() {
        return SampleKeys.contains(thumbprint);
    }

    /** The type and size, for example {@code an EC key on P-256} or {@code a secret of 256 bits}. */
    String description() {
        return switch (type) {
            case "RSA" -> "an RSA key of " + bits + " bits";
            case "EC" -> "an EC key on " + curve.map(Curve::joseName).orElse("another curve");
            case "OKP" -> "an Ed25519 key";
            default -> "a secret of " + bits + " bits";
        };
    }

    void admit() {
        exponent.ifPresent(e -> admitRsa(bits, e));
        if (isRoca) {
            throw new KeyRejectedException(
                    Reason.ROCA, "The RSA key can be factored: its generator had the ROCA flaw (CVE-2017-15361)");
        }
    }

    private static void admitRsa(int bits, BigInteger e) {
        admitRsaSize(bits, SMALLEST_RSA_BITS);
        if (!e.testBit(0) || e.equals(BigInteger.ONE) || e.bitLength() > MAX_EXPONENT_BITS) {
            throw badExponent();
        }
    }

    /** Checks the size before anything is computed with the modulus. */
    static void admitRsaSize(int bits, int smallest) {
        if (bits < smallest) {
            throw new KeyRejectedException(
                    Reason.RSA_SIZE, "The RSA key has " + bits + " bits; at least 2048 are required (RFC 7518 3.3)");
        }
        if (bits > MAX_RSA_BITS) {
            throw new KeyRejectedException(
                    Reason.RSA_SIZE, "The RSA key has " + bits + " bits; at most 16384 are accepted");
        }
    }

    static KeyRejectedException badExponent() {
        return new KeyRejectedException(
                Reason.RSA_EXPONENT,
                "The RSA exponent must be odd, over 1, and under 2^256 (2^64 for moduli over 3072 bits, 2^33 over 4096);"
                        + " use 65537");
    }

    /** Without the thumbprint: guesses of a secret could be tested against it. */
    @Override
    public String toString() {
        return "KeyFacts[" + type + ", " + bits + " bit]";
    }
}
