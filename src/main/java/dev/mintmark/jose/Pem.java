package dev.mintmark.jose;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Keys in PEM (RFC 7468): PKCS#8, PKCS#1, SEC 1 and OpenSSH private keys, SPKI and PKCS#1 public keys, X.509
 * certificates.
 */
public final class Pem {
    private static final Base64.Encoder BODY = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    /** Blocks that are not keys, and how their owners get to the key. */
    private static final Map<String, String> OTHER_BLOCKS = Map.of(
            "CERTIFICATE REQUEST",
            "The PEM is a certificate request; take its public key out: openssl req -in FILE -pubkey -noout",
            "NEW CERTIFICATE REQUEST",
            "The PEM is a certificate request; take its public key out: openssl req -in FILE -pubkey -noout",
            "PKCS7",
            "The PEM is a PKCS#7 bundle; take the certificates out: openssl pkcs7 -in FILE -print_certs",
            "DSA PRIVATE KEY",
            "The PEM is a DSA key, which no algorithm of JOSE uses (RFC 7518 3.1)",
            "PGP PRIVATE KEY BLOCK",
            "The PEM is a PGP key; create a key for tokens: openssl genpkey -algorithm ED25519",
            "PGP PUBLIC KEY BLOCK",
            "The PEM is a PGP key; create a key for tokens: openssl genpkey -algorithm ED25519",
            "TRUSTED CERTIFICATE",
            "The PEM is a certificate with settings of OpenSSL; write it without them: openssl x509 -in FILE -out cert.pem",
            "X509 CRL",
            "The PEM is a revocation list and has no key");

    private Pem() {}

    /**
     * Reads the private key of the text, or else the first public key or certificate: a chain starts with the
     * certificate of the key itself.
     *
     * @throws KeyRejectedException if there is no key or more than one private key, or the key is encrypted, truncated
     *     or too weak
     */
    public static Jwk read(String pem) {
        return parse(pem).admit();
    }

    /** Reads the key as {@link #read} does, however weak. */
    static Jwk parse(String pem) {
        try {
            return key(PemBlock.of(pem)).jwk();
        } catch (KeyRejectedException e) {
            throw e;
        } catch (RuntimeException e) {
            // BouncyCastle throws many kinds of exceptions for broken DER, and their messages may quote the key.
            throw PemBlock.truncated();
        }
    }

    private static DerKey key(List<PemBlock> blocks) {
        Optional<DerKey> publicKey = Optional.empty();
        Optional<DerKey> privateKey = Optional.empty();
        Optional<ASN1Encodable> curve = Optional.empty();
        for (PemBlock block : blocks) {
            Optional<DerKey> found = privateKey(block, curve);
            if (found.isPresent() && privateKey.isPresent()) {
                throw new KeyRejectedException(Reason.MALFORMED, "The PEM has more than one private key");
            }
            privateKey = privateKey.or(() -> found);
            if (publicKey.isEmpty()) {
                publicKey = publicKey(block);
            }
            curve = curve.or(() -> curve(block));
        }
        Optional<DerKey> first = publicKey;
        return privateKey.or(() -> first).orElseThrow(() -> absent(blocks));
    }

    private static Optional<DerKey> privateKey(PemBlock block, Optional<ASN1Encodable> curve) {
        if (block.isEncrypted()) {
            throw encrypted();
        }
        return switch (block.label()) {
            case "ENCRYPTED PRIVATE KEY" -> throw encrypted();
            case "PRIVATE KEY" -> Optional.of(DerKey.pkcs8(block.der()));
            case "RSA PRIVATE KEY" -> Optional.of(DerKey.pkcs1Private(block.der()));
            case "EC PRIVATE KEY" -> Optional.of(DerKey.sec1(block.der(), curve.orElse(null)));
            case "OPENSSH PRIVATE KEY" -> Optional.of(new DerKey(SshKey.privateKey(block.der()), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Optional<DerKey> publicKey(PemBlock block) {
        return switch (block.label()) {
            case "PUBLIC KEY" -> Optional.of(DerKey.spki(block.der()));
            case "RSA PUBLIC KEY" -> Optional.of(DerKey.pkcs1Public(block.der()));
            case "CERTIFICATE", "X509 CERTIFICATE" -> Optional.of(DerKey.certificate(block.der()));
            default -> Optional.empty();
        };
    }

    private static Optional<ASN1Encodable> curve(PemBlock block) {
        return block.label().equals("EC PARAMETERS")
                ? Optional.of(ASN1ObjectIdentifier.getInstance(block.der()))
                : Optional.empty();
    }

    private static KeyRejectedException absent(List<PemBlock> blocks) {
        String detail = blocks.stream()
                .map(block -> OTHER_BLOCKS.get(block.label()))
                .filter(text -> text != null)
                .findFirst()
                .orElse("The text has no PEM key (RFC 7468)");
        return new KeyRejectedException(Reason.MALFORMED, detail);
    }

    static KeyRejectedException encrypted() {
        return new KeyRejectedException(
                Reason.ENCRYPTED,
                "The PEM is encrypted with a passphrase; decrypt it first: openssl pkey -in FILE -out key.pem");
    }

    /**
     * The public key as SPKI. A key that was read as RSASSA-PSS stays one (RFC 4055).
     *
     * @throws IllegalStateException for a secret, which has no PEM
     */
    public static String publicText(Jwk jwk) {
        byte[] spki = pair(jwk).publicKey().getEncoded();
        return block("PUBLIC KEY", jwk.pss().map(id -> id.publicKey(spki)).orElse(spki));
    }

    /** The private key as PKCS#8, only for the caller who generates or sends the key. */
    public static String insecurePrivateText(Jwk jwk) {
        byte[] pkcs8 = pair(jwk).privateKey().orElseThrow().getEncoded();
        return block("PRIVATE KEY", jwk.pss().map(id -> id.privateKey(pkcs8)).orElse(pkcs8));
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
