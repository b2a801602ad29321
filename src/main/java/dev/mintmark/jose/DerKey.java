package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * A key in DER: PKCS#8, PKCS#1, SEC 1, SPKI or a certificate.
 *
 * @param material the key
 * @param pss the identifier of an RSASSA-PSS key, which binds it to an {@code alg} (RFC 4055)
 */
record DerKey(KeyMaterial.Pair material, Optional<PssIdentifier> pss) {

    static DerKey pkcs8(byte[] der) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
        return new DerKey(JcaKeys.pair(info), PssIdentifier.of(info.getPrivateKeyAlgorithm()));
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
        return new DerKey(
                new KeyMaterial.Pair(JcaKeys.publicKey(info), Optional.empty()), PssIdentifier.of(info.getAlgorithm()));
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

    /** The key with the algorithm that its structure binds it to. */
    Jwk jwk() {
        return new Jwk(material, JwkAttributes.of(pss));
    }

    @Override
    public String toString() {
        return "DerKey[redacted]";
    }
}
