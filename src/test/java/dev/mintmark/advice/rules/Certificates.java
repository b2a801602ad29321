package dev.mintmark.advice.rules;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates generated at run time, in standard base64 of DER. */
final class Certificates {
    private static final KeyPair PAIR = pair();
    /** The public key of all certificates. */
    static final String JWK = jwk();

    private Certificates() {}

    static String issued() {
        return certificate("CN=authority", RuleCase.NOW.plus(Duration.ofDays(1)));
    }

    static String selfIssued() {
        return certificate("CN=subject", RuleCase.NOW.plus(Duration.ofDays(1)));
    }

    static String expired() {
        return certificate("CN=authority", RuleCase.NOW.minus(Duration.ofDays(1)));
    }

    private static String certificate(String issuer, Instant end) {
        try {
            byte[] der = new X509v3CertificateBuilder(
                            new X500Name(issuer),
                            BigInteger.ONE,
                            Date.from(RuleCase.NOW.minus(Duration.ofDays(30))),
                            Date.from(end),
                            new X500Name("CN=subject"),
                            SubjectPublicKeyInfo.getInstance(PAIR.getPublic().getEncoded()))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(PAIR.getPrivate()))
                    .getEncoded();
            return Base64.getEncoder().encodeToString(der);
        } catch (OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwk() {
        byte[] point = SubjectPublicKeyInfo.getInstance(PAIR.getPublic().getEncoded())
                .getPublicKeyData()
                .getBytes();
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "{'kty':'EC','crv':'P-256','x':'"
                + encoder.encodeToString(java.util.Arrays.copyOfRange(point, 1, 33)) + "','y':'"
                + encoder.encodeToString(java.util.Arrays.copyOfRange(point, 33, 65)) + "'}";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
