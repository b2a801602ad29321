package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * A key in DER: PKCS#8, PKCS#1, SEC 1, SPKI or a certificate.
 *
 * @param material the key
 * @param algorithmName the {@code alg} that the structure binds the key to: that of an RSASSA-PSS key (RFC 4055)
 */
record DerKey(KeyMaterial.Pair material, Optional<String> algorithmName) {

    static DerKey pkcs8(byte[] der) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
        return new DerKey(JcaKeys.pair(info), pss(info.getPrivateKeyAlgorithm()));
    }

    static DerKey pkcs1Private(byte[] der) {
        return new DerKey(RsaKeys.pair(RSAPrivateKey.getInstance(der)), Optional.empty());
    }

    static DerKey pkcs1Public(byte[] der) {
        return of(RsaKeys.publicKey(RSAPublicKey.getInstance(der)));
    }

    /** @param curve the content of a preceding {@code EC PARAMETERS} block, for a key that does not name its curve */
    static DerKey sec1(byte[] der, @Nullable ASN1Encodable curve) {
        ECPrivateKey key = ECPrivateKey.getInstance(der);
        ASN1Encodable own = key.getParametersObject();
        return new DerKey(EcKeys.pair(key, own == null ? curve : own), Optional.empty());
    }

    static DerKey spki(byte[] der) {
        return of(SubjectPublicKeyInfo.getInstance(der));
    }

    static DerKey certificate(byte[] der) {
        return of(Certificate.getInstance(der).getSubjectPublicKeyInfo());
    }

    static DerKey of(SubjectPublicKeyInfo info) {
        return new DerKey(new KeyMaterial.Pair(JcaKeys.publicKey(info), Optional.empty()), pss(info.getAlgorithm()));
    }

    private static DerKey of(PublicKey key) {
        return new DerKey(new KeyMaterial.Pair(key, Optional.empty()), Optional.empty());
    }

    /**
     * The key of a structure that nothing labels; the structures differ in the types of their first elements.
     *
     * @throws KeyRejectedException if it is another structure
     */
    static DerKey unlabelled(byte[] der) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(der);
        ASN1Encodable first = sequence.getObjectAt(0);
        ASN1Encodable second = sequence.getObjectAt(1);
        if (first instanceof ASN1Integer version) {
            if (second instanceof ASN1OctetString) {
                return sec1(der, null);
            }
            if (second instanceof ASN1Sequence) {
                if (version.hasValue(3)) {
                    throw new KeyRejectedException(
                            Reason.UNSUPPORTED,
                            "This is a PKCS#12 key store; take the key out: openssl pkcs12 -in FILE -nodes -nocerts");
                }
                return pkcs8(der);
            }
            return sequence.size() == 2 ? pkcs1Public(der) : pkcs1Private(der);
        }
        if (second instanceof ASN1OctetString) {
            throw Pem.encrypted();
        }
        return second instanceof ASN1BitString ? spki(der) : certificate(der);
    }

    /** A key without parameters is for every hash; SHA-256 is the usual one (RFC 4055 section 1.2). */
    private static Optional<String> pss(AlgorithmIdentifier algorithm) {
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Optional.empty();
        }
        if (algorithm.getParameters() == null) {
            return Optional.of(Algorithm.PS256.joseName());
        }
        var hash = RSASSAPSSparams.getInstance(algorithm.getParameters())
                .getHashAlgorithm()
                .getAlgorithm();
        if (hash.equals(NISTObjectIdentifiers.id_sha256)) {
            return Optional.of(Algorithm.PS256.joseName());
        }
        if (hash.equals(NISTObjectIdentifiers.id_sha384)) {
            return Optional.of(Algorithm.PS384.joseName());
        }
        if (hash.equals(NISTObjectIdentifiers.id_sha512)) {
            return Optional.of(Algorithm.PS512.joseName());
        }
        throw new KeyRejectedException(
                Reason.UNSUPPORTED,
                "The RSASSA-PSS key is for another hash than SHA-256, SHA-384 and SHA-512 (RFC 4055, RFC 7518 3.5)");
    }

    @Override
    public String toString() {
        return "DerKey[redacted]";
    }
}
