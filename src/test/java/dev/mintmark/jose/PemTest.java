package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every accepted form of a key; {@link PemRejectionTest} has the rejected ones. */
class PemTest {
    static final List<Algorithm> CURVES = List.of(Algorithm.ES256, Algorithm.ES384, Algorithm.ES512);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void readsTheKeyThatItWrote(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        isPrivate(Pem.read(Pem.insecurePrivateText(jwk)), algorithm);
        isPublic(Pem.read(Pem.publicText(jwk)), algorithm);
    }

    @ParameterizedTest
    @CsvSource({"RS256, RSA", "ES256, EC", "ES512, EC", "EDDSA, Ed25519"})
    void writesWhatTheJdkReads(Algorithm algorithm, String factory) throws Exception {
        Jwk jwk = GeneratedKeys.of(algorithm);
        KeyFactory keys = KeyFactory.getInstance(factory);
        assertThat(keys.generatePrivate(new PKCS8EncodedKeySpec(body(Pem.insecurePrivateText(jwk), "PRIVATE KEY"))))
                .isEqualTo(PemTexts.privateKey(jwk));
        assertThat(keys.generatePublic(new X509EncodedKeySpec(body(Pem.publicText(jwk), "PUBLIC KEY"))))
                .isEqualTo(PemTexts.publicKey(jwk));
    }

    private static byte[] body(String pem, String label) {
        assertThat(pem).startsWith("-----BEGIN " + label + "-----\n").endsWith("\n-----END " + label + "-----\n");
        assertThat(pem.lines()).allMatch(line -> line.length() <= 64);
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
    }

    @Test
    void hasNoPemForASecret() {
        Jwk secret = GeneratedKeys.of(Algorithm.HS256);
        assertThatIllegalStateException().isThrownBy(() -> Pem.publicText(secret));
        assertThatIllegalStateException().isThrownBy(() -> Pem.insecurePrivateText(secret));
    }

    @Test
    void readsPkcs1() {
        isPrivate(Pem.read(PemTexts.pkcs1(GeneratedKeys.of(Algorithm.RS256))), Algorithm.RS256);
        isPublic(Pem.read(PemTexts.pkcs1Public(GeneratedKeys.of(Algorithm.RS256))), Algorithm.RS256);
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void readsSec1WithAndWithoutItsPointAndItsParameters(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        isPrivate(Pem.read(PemTexts.sec1(jwk, true)), algorithm);
        isPrivate(Pem.read(PemTexts.sec1(jwk, false)), algorithm);
        isPrivate(Pem.read(PemTexts.ecParameters(jwk) + PemTexts.sec1(jwk, true)), algorithm);
        isPrivate(Pem.read(PemTexts.ecParameters(jwk) + PemTexts.sec1(jwk, false)), algorithm);
    }

    @ParameterizedTest
    @CsvSource({"RS256, SHA256withRSA", "ES256, SHA256withECDSA", "ES384, SHA384withECDSA", "EDDSA, Ed25519"})
    void readsTheKeyOfACertificateAlsoOfAnExpiredOne(Algorithm algorithm, String signature) {
        isPublic(Pem.read(PemTexts.certificate(GeneratedKeys.of(algorithm), signature)), algorithm);
    }

    /** The order of tls.key and tls.crt in one file does not matter. */
    @Test
    void ignoresCertificatesBesideAPrivateKey() {
        Jwk jwk = GeneratedKeys.of(Algorithm.ES256);
        String own = PemTexts.certificate(jwk, "SHA256withECDSA");
        String other = PemTexts.certificate(GeneratedKeys.of(Algorithm.RS256), "SHA256withRSA");
        isPrivate(Pem.read(Pem.insecurePrivateText(jwk) + own + other), Algorithm.ES256);
        isPrivate(Pem.read(other + own + Pem.insecurePrivateText(jwk)), Algorithm.ES256);
    }

    /** A chain begins with the certificate of the key itself (RFC 8446 section 4.4.2). */
    @Test
    void readsTheFirstCertificateOfAChain() {
        String first = PemTexts.certificate(GeneratedKeys.of(Algorithm.ES256), "SHA256withECDSA");
        String second = PemTexts.certificate(GeneratedKeys.of(Algorithm.RS256), "SHA256withRSA");
        isPublic(Pem.read(first + second), Algorithm.ES256);
    }

    /** As a Secret, a Windows editor or a chat program produces it. */
    @Test
    void ignoresTextAroundTheBlockAndForeignLineEndings() {
        String pem = Pem.insecurePrivateText(GeneratedKeys.of(Algorithm.ES256));
        isPrivate(Pem.read("Bag Attributes: none\n" + pem + "\n\nbye\n"), Algorithm.ES256);
        isPrivate(Pem.read(pem.replace("\n", "\r\n")), Algorithm.ES256);
        isPrivate(Pem.read(pem.stripTrailing()), Algorithm.ES256);
    }

    /** RFC 5958: PKCS#8 that includes the public key, which JDK 17 does not read. */
    @Test
    void readsPkcs8OfTheSecondVersion() throws Exception {
        Jwk jwk = GeneratedKeys.of(Algorithm.EDDSA);
        var info = org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(
                PemTexts.privateKey(jwk).getEncoded());
        var second = new org.bouncycastle.asn1.pkcs.PrivateKeyInfo(
                info.getPrivateKeyAlgorithm(), info.parsePrivateKey(), null, Ed25519.raw(PemTexts.publicKey(jwk)));
        isPrivate(Pem.read(PemTexts.block("PRIVATE KEY", second.getEncoded())), Algorithm.EDDSA);
    }

    private static void isPrivate(Jwk read, Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        assertThat(read.isPrivate()).isTrue();
        assertThat(read.keyId()).isEmpty();
        assertThat(read.algorithmName()).isEmpty();
        assertThat(read.algorithms()).contains(algorithm);
        assertThat(read.insecurePrivateJson())
                .isEqualTo(GeneratedKeys.bare(algorithm).insecurePrivateJson());
        assertThat(GeneratedTokens.verify(GeneratedTokens.signed(read, algorithm), jwk, algorithm))
                .isPresent();
    }

    private static void isPublic(Jwk read, Algorithm algorithm) {
        assertThat(read.isPrivate()).isFalse();
        assertThat(read.publicJson()).isEqualTo(GeneratedKeys.bare(algorithm).publicJson());
        assertThat(GeneratedTokens.verify(
                        GeneratedTokens.signed(GeneratedKeys.of(algorithm), algorithm), read, algorithm))
                .isPresent();
    }
}
