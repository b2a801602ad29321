package dev.mintmark.jose;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;

/** Other encodings and values of ECDSA signatures {@code r || s} (RFC 7518 section 3.4), for drills alone. */
public final class EcdsaSignature {
    private EcdsaSignature() {}

    /** The twin of a valid signature: {@code n - s} in the place of {@code s}, which is valid as well. */
    public static byte[] insecureTwin(Curve curve, byte[] signature) {
        int half = signature.length / 2;
        BigInteger twin = curve.order().subtract(new BigInteger(1, signature, half, half));
        byte[] changed = Arrays.copyOf(signature, signature.length);
        System.arraycopy(BigIntegers.asUnsignedByteArray(half, twin), 0, changed, half, half);
        return changed;
    }

    /** The order of the curve as {@code r} and as {@code s}, which verifies nothing (CVE-2022-21449). */
    public static byte[] insecureOrder(Curve curve) {
        int half = curve.coordinateBytes();
        byte[] order = BigIntegers.asUnsignedByteArray(half, curve.order());
        byte[] signature = Arrays.copyOf(order, 2 * half);
        System.arraycopy(order, 0, signature, half, half);
        return signature;
    }

    /** The same signature in the DER form of X.509, which JOSE does not use. */
    public static byte[] insecureDer(byte[] signature) {
        int half = signature.length / 2;
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(new BigInteger(1, signature, 0, half)));
        numbers.add(new ASN1Integer(new BigInteger(1, signature, half, half)));
        try {
            return new DERSequence(numbers).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("Two numbers have a DER form", e);
        }
    }
}
