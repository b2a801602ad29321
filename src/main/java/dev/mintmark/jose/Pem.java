package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Keys in PEM (RFC 7468): PKCS#8, PKCS#1 and SEC1 private keys, SPKI and PKCS#1 public keys, X.509 certificates. */
public final class Pem {
    private static final Base64.Encoder BODY = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /**
     * Reads the private key of the text, or else the first public key or certificate: a chain starts with the
     * certificate of the key itself.
     *
     * @throws KeyRejectedException if there is no key or more than one private key, or the key is encrypted, truncated
     *     or too weak
     */
    public static Jwk read(String pem) {
        try {
            return new Jwk(pair(pem), Jwk.Attributes.NONE).admit();
        } catch (KeyRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // BouncyCastle throws many kinds of exceptions for broken DER, and their messages may quote the key.
            throw new KeyRejectedException(Reason.MALFORMED, "The PEM is broken or truncated (RFC 7468)");
        }
    }

    private static KeyMaterial.Pair pair(String pem) throws IOException {
        Optional<PrivateKey> privateKey = Optional.empty();
        Optional<SubjectPublicKeyInfo> publicKey = Optional.empty();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                Optional<PrivateKey> found = privateKey(part);
                if (found.isPresent() && privateKey.isPresent()) {
                    throw new KeyRejectedException(Reason.MALFORMED, "The PEM has more than one private key");
                }
                privateKey = privateKey.or(() -> found);
                Object candidate = part;
                publicKey = publicKey.or(() -> publicKey(candidate));
            }
        }
        if (privateKey.isPresent()) {
            return new KeyMaterial.Pair(JcaKeys.publicHalf(privateKey.get()), privateKey);
        }
        return publicKey
                .map(info -> new KeyMaterial.Pair(JcaKeys.publicKey(info), Optional.empty()))
                .orElseThrow(() -> new KeyRejectedException(Reason.MALFORMED, "The text has no PEM key (RFC 7468)"));
    }

    private static Optional<PrivateKey> privateKey(Object part) {
        if (part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw new KeyRejectedException(
                    Reason.ENCRYPTED, "The PEM is encrypted with a passphrase; decrypt it first (openssl pkey)");
        }
        if (part instanceof PrivateKeyInfo pkcs8) {
            return Optional.of(JcaKeys.privateKey(pkcs8));
        }
        if (part instanceof PEMKeyPair pair) {
            return Optional.of(JcaKeys.privateKey(pair.getPrivateKeyInfo()));
        }
        return Optional.empty();
    }

    private static Optional<SubjectPublicKeyInfo> publicKey(Object part) {
        if (part instanceof SubjectPublicKeyInfo info) {
            return Optional.of(info);
        }
        if (part instanceof X509CertificateHolder certificate) {
            return Optional.of(certificate.getSubjectPublicKeyInfo());
        }
        return Optional.empty();
    }

    /**
     * The public key as SPKI.
     *
     * @throws IllegalStateException for a secret, which has no PEM
     */
    public static String publicText(Jwk jwk) {
        return block("PUBLIC KEY", pair(jwk).publicKey().getEncoded());
    }

    /** The private key as PKCS#8, only for the caller who generates or sends the key. */
    public static String insecurePrivateText(Jwk jwk) {
        return block("PRIVATE KEY", pair(jwk).privateKey().orElseThrow().getEncoded());
    }

    private static KeyMaterial.Pair pair(Jwk jwk) {
        if (jwk.material() instanceof KeyMaterial.Pair pair) {
            return pair;
        }
        throw new IllegalStateException("A secret has no PEM");
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + BODY.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
