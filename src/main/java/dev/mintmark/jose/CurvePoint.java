package dev.mintmark.jose;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;

/** How the coordinates of a JWK fit the curve that {@code crv} names (RFC 7518 section 6.2.1.2, RFC 8037 section 2). */
public enum CurvePoint {
    /** On the curve, with coordinates of the right length. */
    SOUND,
    /** Not on the curve, a coordinate out of range, or a point of low order. */
    OFF_CURVE,
    /** A coordinate does not have the number of octets that the curve requires. */
    WRONG_LENGTH,
    /** The key has no curve, or a curve that is not supported. */
    UNKNOWN;

    private static final Map<String, String> EC_CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1", "secp256k1", "secp256k1");
    private static final Map<String, Integer> OKP_BYTES = Map.of("Ed25519", 32, "X25519", 32, "Ed448", 57, "X448", 56);

    static CurvePoint of(UnverifiedJwk key) {
        String curve = key.text("crv").orElse("");
        Optional<byte[]> x = key.bytes("x");
        if (key.type().equals("EC") && EC_CURVES.containsKey(curve)) {
            return ofEc(CustomNamedCurves.getByName(EC_CURVES.get(curve)).getCurve(), x, key.bytes("y"));
        }
        if (key.type().equals("OKP") && OKP_BYTES.containsKey(curve)) {
            return x.filter(bytes -> bytes.length == OKP_BYTES.get(curve))
                    .map(bytes -> isSound(curve, bytes) ? SOUND : OFF_CURVE)
                    .orElse(WRONG_LENGTH);
        }
        return UNKNOWN;
    }

    private static CurvePoint ofEc(ECCurve curve, Optional<byte[]> x, Optional<byte[]> y) {
        if (x.isEmpty() || y.isEmpty() || x.get().length == 0 || y.get().length == 0) {
            return WRONG_LENGTH;
        }
        int octets = (curve.getFieldSize() + 7) / 8;
        try {
            boolean sound = curve.createPoint(new BigInteger(1, x.get()), new BigInteger(1, y.get()))
                    .isValid();
            if (!sound) {
                return OFF_CURVE;
            }
        } catch (IllegalArgumentException e) {
            // A coordinate is not less than the field's prime.
            return OFF_CURVE;
        }
        return x.get().length == octets && y.get().length == octets ? SOUND : WRONG_LENGTH;
    }

    private static boolean isSound(String curve, byte[] x) {
        return switch (curve) {
            case "Ed25519" -> org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(x, 0);
            case "Ed448" -> org.bouncycastle.math.ec.rfc8032.Ed448.validatePublicKeyFull(x, 0);
            // With a point of low order, every key agreement yields zero (RFC 7748 section 6).
            case "X25519" -> X25519.calculateAgreement(scalar(32), 0, x, 0, new byte[32], 0);
            default -> X448.calculateAgreement(scalar(56), 0, x, 0, new byte[56], 0);
        };
    }

    private static byte[] scalar(int bytes) {
        byte[] scalar = new byte[bytes];
        scalar[0] = 8;
        return scalar;
    }
}
