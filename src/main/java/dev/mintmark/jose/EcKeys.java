package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jspecify.annotations.Nullable;

/**
 * Elliptic curve keys from points and scalars (RFC 5480, RFC 5915, SEC 1). A point must be on its curve and a scalar in
 * its range before anything is computed with it.
 */
final class EcKeys {
    private EcKeys() {}

    /**
     * The public key.
     *
     * @throws KeyRejectedException if the point is not on the curve (RFC 8725 section 3.4)
     */
    static PublicKey publicKey(Curve curve, ECPoint point) {
        if (!curve.contains(point)) {
            throw new KeyRejectedException(Reason.OFF_CURVE, "The point is not on its curve (RFC 8725 3.4)");
        }
        try {
            return NativeCrypto.jdkFactory("EC").generatePublic(new ECPublicKeySpec(point, curve.parameters()));
        } catch (GeneralSecurityException e) {
            throw JcaKeys.malformed();
        }
    }

    /** The public key of an encoded point, uncompressed, compressed or hybrid (SEC 1 section 2.3.4). */
    static PublicKey publicKey(Curve curve, byte[] encoded) {
        boolean isUncompressed = encoded.length == 1 + 2 * curve.coordinateBytes();
        if (!isUncompressed && encoded.length != 1 + curve.coordinateBytes()) {
            throw JcaKeys.malformed();
        }
        if (isUncompressed) {
            return publicKey(
                    curve,
                    new ECPoint(
                            new BigInteger(1, encoded, 1, curve.coordinateBytes()),
                            new BigInteger(1, encoded, 1 + curve.coordinateBytes(), curve.coordinateBytes())));
        }
        try {
            return publicKey(
                    curve,
                    point(CustomNamedCurves.getByName(curve.jcaName())
                            .getCurve()
                            .decodePoint(encoded)));
        } catch (IllegalArgumentException e) {
            throw new KeyRejectedException(Reason.OFF_CURVE, "The point is not on its curve (RFC 8725 3.4)");
        }
    }

    /**
     * The private key.
     *
     * @throws KeyRejectedException if the scalar is not between 1 and the order minus 1
     */
    static PrivateKey privateKey(Curve curve, BigInteger d) {
        if (d.signum() <= 0 || d.compareTo(curve.order()) >= 0) {
            throw new KeyRejectedException(
                    Reason.MALFORMED,
                    "The private scalar d is out of range for " + curve.joseName() + " (SEC 1 3.2.1)");
        }
        try {
            return NativeCrypto.jdkFactory("EC").generatePrivate(new ECPrivateKeySpec(d, curve.parameters()));
        } catch (GeneralSecurityException e) {
            throw JcaKeys.malformed();
        }
    }

    /** The pair of a scalar; the point is computed. */
    static KeyMaterial.Pair pair(Curve curve, BigInteger d) {
        PrivateKey privateKey = privateKey(curve, d);
        var point = CustomNamedCurves.getByName(curve.jcaName()).getG().multiply(d);
        return new KeyMaterial.Pair(publicKey(curve, point(point.normalize())), Optional.of(privateKey));
    }

    /**
     * The pair of RFC 5915.
     *
     * @param outer the curve of the enclosing structure; a SEC 1 key on its own names the curve itself
     */
    static KeyMaterial.Pair pair(ECPrivateKey key, @Nullable ASN1Encodable outer) {
        ASN1Encodable parameters = outer == null ? key.getParametersObject() : outer;
        return pair(curve(parameters), key.getKey());
    }

    /** The curve that the parameters of an EC key name (RFC 5480 section 2.1.1). */
    static Curve curve(@Nullable ASN1Encodable parameters) {
        if (parameters instanceof ASN1ObjectIdentifier id) {
            return Curve.of(id)
                    .orElseThrow(() -> new KeyRejectedException(
                            Reason.UNSUPPORTED,
                            "The key's curve" + ForeignKeys.curveName(id)
                                    + " is not P-256, P-384 or P-521 (RFC 7518 6.2.1.1)"));
        }
        if (parameters == null) {
            throw JcaKeys.malformed();
        }
        throw new KeyRejectedException(
                Reason.UNSUPPORTED,
                "The key writes the parameters of its curve out; name the curve: openssl ec -in FILE -param_enc named_curve");
    }

    private static ECPoint point(org.bouncycastle.math.ec.ECPoint point) {
        if (point.isInfinity()) {
            throw JcaKeys.malformed();
        }
        return new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }
}
