package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import dev.mintmark.jose.json.JsonMembers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What drills sign and encrypt on purpose is what it claims to be, by other libraries. */
class InsecureFormsTest {
    private static final byte[] INPUT = "header.payload".getBytes(StandardCharsets.US_ASCII);
    private static final Jwk EC = GeneratedKey.of(Algorithm.ES256);
    private static final Jwk RSA = GeneratedKey.of(Algorithm.RS256);

    @Test
    void theTwinOfAnEcdsaSignatureIsValidAndDiffers() {
        byte[] signature = SigningKey.of(EC, Algorithm.ES256).insecureSignature(Algorithm.ES256, INPUT);
        byte[] twin = EcdsaSignature.insecureTwin(Curve.P256, signature);
        assertThat(twin).isNotEqualTo(signature);
        assertThat(VerificationKey.of(EC).verify(Algorithm.ES256, INPUT, twin)).isTrue();
        assertThat(VerificationKey.of(EC).verify(Algorithm.ES256, INPUT, EcdsaSignature.insecureOrder(Curve.P256)))
                .isFalse();
    }

    @Test
    void anRsaKeySignsWithAnotherRsaAlgorithm() {
        byte[] signature = SigningKey.of(RSA, Algorithm.RS256).insecureSignature(Algorithm.PS256, INPUT);
        assertThat(VerificationKey.of(RSA.withAlgorithm("PS256")).verify(Algorithm.PS256, INPUT, signature))
                .isTrue();
        assertThat(VerificationKey.of(RSA).verify(Algorithm.PS256, INPUT, signature))
                .isFalse();
    }

    @Test
    void zerosInDerAreThePublishedPsychicSignature() {
        assertThat(Base64Url.encode(EcdsaSignature.insecureDer(new byte[64]))).isEqualTo("MAYCAQACAQA");
    }

    @Test
    void anEncryptedTokenIsReadByItsRecipient() throws Exception {
        JsonMembers header = JsonMembers.builder()
                .put("alg", "RSA-OAEP-256")
                .put("enc", "A256GCM")
                .build();
        JWEObject token = JWEObject.parse(Jwe.insecureEncrypt(RSA, header, INPUT));
        token.decrypt(new RSADecrypter(RSAKey.parse(RSA.insecurePrivateJson().toString())));
        assertThat(token.getPayload().toBytes()).isEqualTo(INPUT);
    }

    @TestFactory
    Stream<DynamicTest> aCertificateIsSignedByItsOwnKey() {
        return Stream.of(Algorithm.RS256, Algorithm.PS256, Algorithm.ES256, Algorithm.ES512, Algorithm.EDDSA)
                .map(algorithm -> DynamicTest.dynamicTest(algorithm.joseName(), () -> {
                    Instant now = Instant.parse("2026-12-01T08:00:00Z");
                    byte[] der = SelfSignedCertificate.insecureDer(
                            GeneratedKey.of(algorithm), "https://issuer.example", now, now.plusSeconds(60));
                    X509Certificate certificate = (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
                    certificate.verify(certificate.getPublicKey());
                    assertThat(certificate.getSubjectX500Principal().getName()).contains("https://issuer.example");
                    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(now);
                }));
    }

    /** Each form is one that the service refuses as a secret, which shows that it is the public key. */
    @Test
    void theFormsOfAPublicKeyAreRecognised() {
        PublicKeySecrets forms = PublicKeySecrets.insecureOf(RSA);
        assertThat(forms.texts())
                .hasSize(6)
                .allSatisfy((name, secret) ->
                        assertThat(PublicKeyText.isOne(secret)).as(name).isTrue());
        assertThat(PublicKeyText.isOne(forms.pem())).isTrue();
        assertThat(forms.bytes().keySet()).containsExactly("DER", "JWK", "modulus");
        byte[] signature = HmacSha256.insecureSignature(forms.pem(), INPUT);
        assertThat(HmacProbe.of("HS256", INPUT, signature).orElseThrow().isSignedBy(forms.pem()))
                .isTrue();
    }
}
