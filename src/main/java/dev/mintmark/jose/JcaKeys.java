package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Creates JCA keys from ASN.1 structures. The numbers are checked before any provider computes with them. */
final class JcaKeys {
    private JcaKeys() {}

    /** The public key of an SPKI structure (RFC 5280 section 4.1.2.7). */
    static PublicKey publicKey(SubjectPublicKeyInfo info) {
        try {
            AlgorithmIdentifier algorithm = info.getAlgorithm();
            return switch (type(algorithm.getAlgorithm())) {
                case RSA -> RsaKeys.publicKey(RSAPublicKey.getInstance(info.parsePublicKey()));
                case EC ->
                    EcKeys.publicKey(
                            EcKeys.curve(algorithm.getParameters()),
                            info.getPublicKeyData().getBytes());
                case ED25519 -> Ed25519.publicKey(info.getPublicKeyData().getBytes());
            };
        } catch (IOException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** The pair of a PKCS#8 structure (RFC 5958); attributes and an included public key are ignored. */
    static KeyMaterial.Pair pair(PrivateKeyInfo info) {
        try {
            AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
            return switch (type(algorithm.getAlgorithm())) {
                case RSA -> RsaKeys.pair(RSAPrivateKey.getInstance(info.parsePrivateKey()));
                case EC -> EcKeys.pair(ECPrivateKey.getInstance(info.parsePrivateKey()), algorithm.getParameters());
                case ED25519 ->
                    Ed25519.pair(
                            ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
            };
        } catch (IOException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** A public key of the JDK from DER whose content is checked. */
    static PublicKey publicKey(String factory, X509EncodedKeySpec spec) {
        try {
            return NativeCrypto.jdkFactory(factory).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    /** A private key of the JDK from DER whose content is checked. */
    static PrivateKey privateKey(String factory, PKCS8EncodedKeySpec spec) {
        try {
            return NativeCrypto.jdkFactory(factory).generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    private enum Type {
        RSA,
        EC,
        ED25519
    }

    private static Type type(ASN1ObjectIdentifier algorithm) {
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Type.RSA;
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return Type.EC;
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return Type.ED25519;
        }
        throw ForeignKeys.unsupported(algorithm);
    }

    static KeyRejectedException malformed() {
        return new KeyRejectedException(Reason.MALFORMED, "The key cannot be read");
    }
}
