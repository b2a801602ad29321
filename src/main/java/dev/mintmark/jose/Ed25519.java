package dev.mintmark.jose;

import java.io.IOException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The 32 raw bytes of Ed25519 keys (RFC 8032), which a JWK contains as they are and the JCA wraps in DER (RFC 8410).
 */
final class Ed25519 {
    static final int BYTES = 32;

    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

    private Ed25519() {}

    static byte[] raw(Key key) {
        try {
            if (key instanceof PrivateKey) {
                PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
                return ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
            }
            return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    static PublicKey publicKey(byte[] raw) {
        requireLength(raw);
        if (!org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(raw, 0)) {
            throw new KeyRejectedException(
                    KeyRejectedException.Reason.OFF_CURVE, "x is not a valid point of Ed25519 (RFC 8032 5.1.3)");
        }
        return JcaKeys.publicKey("Ed25519", new X509EncodedKeySpec(encoded(new SubjectPublicKeyInfo(ALGORITHM, raw))));
    }

    static PrivateKey privateKey(byte[] raw) {
        requireLength(raw);
        try {
            PrivateKeyInfo info = new PrivateKeyInfo(ALGORITHM, new DEROctetString(raw));
            return JcaKeys.privateKey("Ed25519", new PKCS8EncodedKeySpec(encoded(info)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /** The pair of a private key of 32 bytes; the public key is computed. */
    static KeyMaterial.Pair pair(byte[] raw) {
        PrivateKey privateKey = privateKey(raw);
        return new KeyMaterial.Pair(publicHalf(privateKey), Optional.of(privateKey));
    }

    private static void requireLength(byte[] raw) {
        if (raw.length != BYTES) {
            throw new KeyRejectedException(
                    KeyRejectedException.Reason.MALFORMED,
                    "An Ed25519 key has 32 bytes; this one has " + raw.length + " (RFC 8032 5.1.5)");
        }
    }

    private static byte[] encoded(ASN1Object object) {
        try {
            return object.getEncoded();
        } catch (IOException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    static PublicKey publicHalf(PrivateKey key) {
        return publicKey(
                new Ed25519PrivateKeyParameters(raw(key)).generatePublicKey().getEncoded());
    }
}
