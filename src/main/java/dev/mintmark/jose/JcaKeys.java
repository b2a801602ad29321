package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** Creates JCA keys from key specifications and ASN.1 structures. Rejects a point that is not on its curve. */
final class JcaKeys {
    private JcaKeys() {}

    static PublicKey publicKey(SubjectPublicKeyInfo info) {
        try {
            String factory = factoryName(info.getAlgorithm());
            return publicKey(factory, factory.equals("RSA") ? rsa(info) : new X509EncodedKeySpec(info.getEncoded()));
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static RSAPublicKeySpec rsa(SubjectPublicKeyInfo info) throws IOException {
        RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
        return new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
    }

    static PrivateKey privateKey(PrivateKeyInfo info) {
        try {
            // Without the attributes and the public key of RFC 5958, which JDK 17 does not read.
            byte[] plain = new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), info.parsePrivateKey()).getEncoded();
            return privateKey(factoryName(info.getPrivateKeyAlgorithm()), new PKCS8EncodedKeySpec(plain));
        } catch (IOException e) {
            throw malformed();
        }
    }

    static PublicKey publicKey(String factory, KeySpec spec) {
        if (spec instanceof RSAPublicKeySpec rsa) {
            KeyFacts.admitRsa(rsa.getModulus().bitLength(), rsa.getPublicExponent());
        }
        try {
            PublicKey key = NativeCrypto.jdkFactory(factory).generatePublic(spec);
            if (key instanceof ECPublicKey ec && !curve(ec).contains(ec.getW())) {
                throw new KeyRejectedException(Reason.OFF_CURVE, "The point is not on its curve (RFC 8725 3.4)");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    static PrivateKey privateKey(String factory, KeySpec spec) {
        try {
            PrivateKey key = NativeCrypto.jdkFactory(factory).generatePrivate(spec);
            if (key instanceof ECPrivateKey ec) {
                BigInteger order = curve(ec).order();
                if (ec.getS().signum() <= 0 || ec.getS().compareTo(order) >= 0) {
                    throw malformed();
                }
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    /** The public key that belongs to a private key. */
    static PublicKey publicHalf(PrivateKey key) {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return publicKey("RSA", new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        if (key instanceof RSAPrivateKey) {
            // PKCS#1 with zeros for all members but n and d: the public exponent is unknown.
            throw malformed();
        }
        if (key instanceof ECPrivateKey ec) {
            Curve curve = curve(ec);
            var point = CustomNamedCurves.getByName(curve.jcaName())
                    .getG()
                    .multiply(ec.getS())
                    .normalize();
            ECPoint w = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            return publicKey("EC", new ECPublicKeySpec(w, curve.parameters()));
        }
        return Ed25519.publicHalf(key);
    }

    private static Curve curve(java.security.interfaces.ECKey key) {
        return Curve.of(key)
                .orElseThrow(() -> new KeyRejectedException(
                        Reason.UNSUPPORTED, "The key's curve is not P-256, P-384 or P-521 (RFC 7518 6.2.1.1)"));
    }

    private static String factoryName(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (algorithm.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)) {
            return "Ed25519";
        }
        throw new KeyRejectedException(Reason.UNSUPPORTED, "The key is not RSA, EC or Ed25519");
    }

    private static KeyRejectedException malformed() {
        return new KeyRejectedException(Reason.MALFORMED, "The key cannot be read");
    }
}
