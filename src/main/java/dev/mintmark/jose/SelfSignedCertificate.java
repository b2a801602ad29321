package dev.mintmark.jose;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Certificates without an authority (RFC 5280), for drills alone. */
public final class SelfSignedCertificate {
    private SelfSignedCertificate() {}

    /**
     * The DER form of a certificate with this common name.
     *
     * @param pair the key pair, whose private half signs
     */
    public static byte[] insecureDer(Jwk pair, String commonName, Instant notBefore, Instant notAfter) {
        Algorithm algorithm = algorithm(pair);
        AlgorithmIdentifier identifier = identifier(algorithm);
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        generator.setSignature(identifier);
        generator.setIssuer(name);
        generator.setSubject(name);
        generator.setStartDate(new Time(Date.from(notBefore)));
        generator.setEndDate(new Time(Date.from(notAfter)));
        byte[] publicKey = ((KeyMaterial.Pair) pair.material()).publicKey().getEncoded();
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(publicKey));
        try {
            TBSCertificate content = generator.generateTBSCertificate();
            byte[] raw = RawSignature.sign(
                    algorithm, RawSignature.signingKey(algorithm, pair.material()), content.getEncoded("DER"));
            ASN1EncodableVector certificate = new ASN1EncodableVector();
            certificate.add(content);
            certificate.add(identifier);
            certificate.add(new DERBitString(algorithm.curve().isPresent() ? EcdsaSignature.insecureDer(raw) : raw));
            return new DERSequence(certificate).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("A certificate has a DER form", e);
        }
    }

    private static Algorithm algorithm(Jwk pair) {
        return pair.facts().exponent().isPresent()
                ? Algorithm.RS256
                : pair.algorithms().iterator().next();
    }

    private static AlgorithmIdentifier identifier(Algorithm algorithm) {
        ASN1ObjectIdentifier id = switch (algorithm) {
            case ES256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
            case ES384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
            case ES512 -> X9ObjectIdentifiers.ecdsa_with_SHA512;
            case EDDSA -> EdECObjectIdentifiers.id_Ed25519;
            default -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
        };
        return algorithm == Algorithm.RS256
                ? new AlgorithmIdentifier(id, DERNull.INSTANCE)
                : new AlgorithmIdentifier(id);
    }
}
