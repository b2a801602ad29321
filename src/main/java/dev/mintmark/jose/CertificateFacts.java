package dev.mintmark.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * The content of an {@code x5c} entry. The signature and the chain are not checked, because there is no trust anchor.
 *
 * @param notBefore the start of the validity period
 * @param notAfter the end of the validity period
 * @param isSelfIssued whether issuer and subject are the same name
 * @param sha1 the value of {@code x5t}
 * @param sha256 the value of {@code x5t#S256}
 * @param keyThumbprint the RFC 7638 thumbprint of the public key; empty if the key type is not supported
 */
public record CertificateFacts(
        Instant notBefore,
        Instant notAfter,
        boolean isSelfIssued,
        String sha1,
        String sha256,
        Optional<String> keyThumbprint) {

    /** Reads standard base64 of DER (RFC 7515 section 4.1.6); empty if it is not a certificate. */
    public static Optional<CertificateFacts> read(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            Certificate certificate = Certificate.getInstance(der);
            return Optional.of(new CertificateFacts(
                    certificate.getStartDate().getDate().toInstant(),
                    certificate.getEndDate().getDate().toInstant(),
                    certificate.getIssuer().equals(certificate.getSubject()),
                    digest("SHA-1", der),
                    digest("SHA-256", der),
                    key(certificate).map(key -> JwkWriter.thumbprint(key.material()))));
        } catch (RuntimeException e) {
            // BouncyCastle throws many kinds of exceptions for broken DER.
            return Optional.empty();
        }
    }

    /** The public key of a certificate in standard base64; empty if it is not a certificate of a supported key. */
    static Optional<DerKey> key(String base64) {
        try {
            return key(Certificate.getInstance(Base64.getDecoder().decode(base64)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DerKey> key(Certificate certificate) {
        try {
            return Optional.of(DerKey.of(certificate.getSubjectPublicKeyInfo()));
        } catch (KeyRejectedException e) {
            return Optional.empty();
        }
    }

    private static String digest(String algorithm, byte[] der) {
        try {
            return Base64Url.encode(MessageDigest.getInstance(algorithm).digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
