package dev.mintmark.jose;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemGenerationException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys in the forms that OpenSSL writes, made at run time. */
public final class PemTexts {
    static final char[] PASSPHRASE = "correct horse".toCharArray();

    private PemTexts() {}

    static PrivateKey privateKey(Jwk jwk) {
        return ((KeyMaterial.Pair) jwk.material()).privateKey().orElseThrow();
    }

    static PublicKey publicKey(Jwk jwk) {
        return ((KeyMaterial.Pair) jwk.material()).publicKey();
    }

    static String block(String label, byte[] der) {
        return write(new PemObject(label, der));
    }

    /** {@code BEGIN RSA PRIVATE KEY} (PKCS#1). */
    static String pkcs1(Jwk jwk) {
        return block("RSA PRIVATE KEY", der(inner(privateKey(jwk))));
    }

    /** {@code BEGIN RSA PUBLIC KEY} (PKCS#1). */
    static String pkcs1Public(Jwk jwk) {
        return block(
                "RSA PUBLIC KEY",
                SubjectPublicKeyInfo.getInstance(publicKey(jwk).getEncoded())
                        .getPublicKeyData()
                        .getBytes());
    }

    /** {@code BEGIN EC PRIVATE KEY} (SEC 1, RFC 5915). */
    static String sec1(Jwk jwk, boolean withPoint) {
        ASN1Encodable curve = curve(jwk);
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(publicKey(jwk).getEncoded());
        BigInteger d = ((java.security.interfaces.ECPrivateKey) privateKey(jwk)).getS();
        int bits = jwk.facts().bits();
        ECPrivateKey key = withPoint
                ? new ECPrivateKey(
                        bits, d, new DERBitString(info.getPublicKeyData().getBytes()), curve)
                : new ECPrivateKey(bits, d, curve);
        return block("EC PRIVATE KEY", der(key));
    }

    /** {@code BEGIN EC PARAMETERS}, which {@code openssl ecparam -genkey} writes before the key. */
    static String ecParameters(Jwk jwk) {
        return block("EC PARAMETERS", der(curve(jwk)));
    }

    private static ASN1Encodable curve(Jwk jwk) {
        return ASN1ObjectIdentifier.getInstance(
                PrivateKeyInfo.getInstance(privateKey(jwk).getEncoded())
                        .getPrivateKeyAlgorithm()
                        .getParameters());
    }

    /** A self-signed certificate. */
    public static String certificate(Jwk jwk, String signatureName) {
        return certificate(
                SubjectPublicKeyInfo.getInstance(publicKey(jwk).getEncoded()), privateKey(jwk), signatureName);
    }

    /** A certificate of a public key, signed by any key. */
    static String certificate(SubjectPublicKeyInfo key, PrivateKey signer, String signatureName) {
        try {
            X500Name name = new X500Name("CN=mintmark.test");
            Instant from = Instant.parse("2026-01-01T00:00:00Z");
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name, BigInteger.ONE, Date.from(from), Date.from(from.plusSeconds(1)), name, key);
            return block(
                    "CERTIFICATE",
                    builder.build(new JcaContentSignerBuilder(signatureName).build(signer))
                            .getEncoded());
        } catch (IOException | OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code BEGIN ENCRYPTED PRIVATE KEY} (PKCS#8). */
    static String encryptedPkcs8(Jwk jwk) throws OperatorException, PemGenerationException {
        JceOpenSSLPKCS8EncryptorBuilder encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword(PASSPHRASE);
        return write(new JcaPKCS8Generator(privateKey(jwk), encryptor.build()).generate());
    }

    /** A traditional key with {@code Proc-Type: 4,ENCRYPTED}. */
    static String encryptedTraditional(Jwk jwk) throws IOException {
        return write(new JcaMiscPEMGenerator(
                privateKey(jwk),
                new JcePEMEncryptorBuilder("AES-128-CBC")
                        .setProvider(new BouncyCastleProvider())
                        .build(PASSPHRASE)));
    }

    static ASN1Encodable inner(PrivateKey key) {
        try {
            return PrivateKeyInfo.getInstance(key.getEncoded()).parsePrivateKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(PemObjectGenerator generator) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A new key pair of a type that no supported algorithm uses. */
    static java.security.KeyPair foreign(String algorithm) throws GeneralSecurityException {
        return java.security.KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }
}
