package dev.mintmark.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * What an {@code x5c} entry says. Its signature and chain are not checked: nothing here is anchored to any authority.
 *
 * @param notBefore the start of its validity
 * @param notAfter the end of its validity
 * @param isSelfIssued whether issuer and subject are the same name
 * @param sha1 its {@code x5t}
 * @param sha256 its {@code x5t#S256}
 * @param keyThumbprint RFC 7638, of its public key; empty for a key that JOSE here does not read
 */
public record CertificateFacts(
        Instant notBefore,
        Instant notAfter,
        boolean isSelfIssued,
        String sha1,
        String sha256,
        Optional<String> keyThumbprint) {

    /** Reads standard base64 of DER (RFC 7515 section 4.1.6); empty if it is no certificate. */
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
                    keyThumbprint(certificate)));
        } catch (RuntimeException e) {
            // BouncyCastle answers broken DER with many kinds of exception.
            return Optional.empty();
        }
    }

    private static Optional<String> keyThumbprint(Certificate certificate) {
        try {
            KeyMaterial key =
                    new KeyMaterial.Pair(JcaKeys.publicKey(certificate.getSubjectPublicKeyInfo()), Optional.empty());
            return Optional.of(JwkWriter.thumbprint(key));
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
