package dev.mintmark.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECNamedCurves;

/** The elliptic curves of ECDSA in JOSE (RFC 7518 section 6.2.1.1). */
public enum Curve {
    P256("P-256", "secp256r1", 32),
    P384("P-384", "secp384r1", 48),
    P521("P-521", "secp521r1", 66);

    private final String joseName;
    private final String jcaName;
    private final int coordinateBytes;
    // An ECParameterSpec has no setters, which the checker does not know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ECParameterSpec parameters;

    Curve(String joseName, String jcaName, int coordinateBytes) {
        this.joseName = joseName;
        this.jcaName = jcaName;
        this.coordinateBytes = coordinateBytes;
        this.parameters = parameters(jcaName);
    }

    /** The curve of a {@code crv} value such as {@code P-256}. */
    public static Optional<Curve> parse(String joseName) {
        return Arrays.stream(values()).filter(c -> c.joseName.equals(joseName)).findFirst();
    }

    /** The curve of a JCA key, if it is one of these. */
    static Optional<Curve> of(ECKey key) {
        return Arrays.stream(values())
                .filter(c -> c.parameters.getCurve().equals(key.getParams().getCurve()))
                .findFirst();
    }

    /** The curve of an object identifier, if it is one of these (RFC 5480 section 2.1.1.1). */
    static Optional<Curve> of(ASN1ObjectIdentifier id) {
        return Arrays.stream(values())
                .filter(curve -> id.equals(SECNamedCurves.getOID(curve.jcaName)))
                .findFirst();
    }

    /** The {@code crv} value. */
    public String joseName() {
        return joseName;
    }

    String jcaName() {
        return jcaName;
    }

    /** The length of a coordinate in bytes, which is also the length of {@code r} and of {@code s}. */
    int coordinateBytes() {
        return coordinateBytes;
    }

    ECParameterSpec parameters() {
        return parameters;
    }

    BigInteger order() {
        return parameters.getOrder();
    }

    /**
     * Whether 0 &lt; r, s &lt; n holds for a signature {@code r || s}. This class checks it, because some providers
     * accepted zeros as a signature of any input (CVE-2022-21449).
     */
    public boolean isInRange(byte[] signature) {
        int half = signature.length / 2;
        return isInRange(new BigInteger(1, signature, 0, half)) && isInRange(new BigInteger(1, signature, half, half));
    }

    private boolean isInRange(BigInteger value) {
        return value.signum() > 0 && value.compareTo(order()) < 0;
    }

    /**
     * Whether the point satisfies the curve's equation. This check prevents invalid curve attacks (RFC 8725 section
     * 3.4).
     */
    boolean contains(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.signum() < 0 || y.signum() < 0 || x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right = x.pow(3)
                .add(parameters.getCurve().getA().multiply(x))
                .add(parameters.getCurve().getB());
        return y.pow(2).mod(p).equals(right.mod(p));
    }

    /** Whether the bytes are a point of the curve in the uncompressed form {@code 04 || x || y} (SEC 1 section 2.3.3). */
    boolean contains(byte[] uncompressed) {
        if (uncompressed.length != 1 + 2 * coordinateBytes) {
            return false;
        }
        return contains(new ECPoint(
                new BigInteger(1, uncompressed, 1, coordinateBytes),
                new BigInteger(1, uncompressed, 1 + coordinateBytes, coordinateBytes)));
    }

    private static ECParameterSpec parameters(String jcaName) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jcaName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + jcaName, e);
        }
    }
}
