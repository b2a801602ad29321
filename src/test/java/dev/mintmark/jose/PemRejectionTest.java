package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PEM without a key, or with an unsupported one; each rejection has its own reason and quotes nothing. */
@Tag("slow")
class PemRejectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "hush",
                "{\"kty\":\"EC\"}",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nhush\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN RSA PUBLIC KEY-----\nMAA=\n-----END RSA PUBLIC KEY-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----\n",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
                "-----BEGIN HUSH-----\nMAA=\n-----END HUSH-----\n",
                "-----BEGIN DSA PRIVATE KEY-----\nMAA=\n-----END DSA PRIVATE KEY-----\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nMAA=\n-----END OPENSSH PRIVATE KEY-----\n"
            })
    void refusesTextThatIsNoPemKey(String text) {
        Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(text), "hush", "HUSH");
    }

    static Stream<Algorithm> pairs() {
        return Stream.of(Algorithm.RS256, Algorithm.ES256, Algorithm.ES512, Algorithm.EDDSA);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void refusesATruncatedPem(Algorithm algorithm) {
        String pem = Pem.insecurePrivateText(GeneratedKeys.of(algorithm));
        String body = pem.lines().skip(1).findFirst().orElseThrow();
        String end = "\n-----END PRIVATE KEY-----\n";
        int length = pem.length() - end.length();
        for (int i = length - 1; i > length - 40; i--) {
            String cut = pem.substring(0, i);
            Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(cut), body);
            Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(cut + end), body);
        }
    }

    /** For any bytes, the result is a rejection or a key, never another exception. */
    @ParameterizedTest
    @MethodSource("pairs")
    @Timeout(60)
    void answersDamagedKeysWithARefusal(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        boolean isRsa = algorithm == Algorithm.RS256;
        damage("PRIVATE KEY", PemTexts.privateKey(jwk).getEncoded());
        damage("PUBLIC KEY", PemTexts.publicKey(jwk).getEncoded());
        if (algorithm != Algorithm.EDDSA) {
            String label = isRsa ? "RSA PRIVATE KEY" : "EC PRIVATE KEY";
            damage(label, PemTexts.der(PemTexts.inner(PemTexts.privateKey(jwk))));
        }
    }

    private static void damage(String label, byte[] sound) {
        Random random = new Random(label.length() + sound.length);
        for (int i = 0; i < 400; i++) {
            byte[] bad = sound.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                // Mostly the first bytes, which contain the structure.
                int at = random.nextBoolean() ? random.nextInt(Math.min(40, bad.length)) : random.nextInt(bad.length);
                bad[at] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
            try {
                Pem.read(PemTexts.block(label, cut));
            } catch (KeyRejectedException e) {
                assertThat(e.detail()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PRIVATE KEY", "PUBLIC KEY", "RSA PRIVATE KEY", "RSA PUBLIC KEY", "EC PRIVATE KEY", "CERTIFICATE"
            })
    @Timeout(10)
    void refusesDeepDerWithoutOverflow(String label) {
        for (byte[] der : PublicKeyTextTest.deepDer()) {
            Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(PemTexts.block(label, der)));
        }
    }

    @Test
    void refusesEncryptedKeys() throws Exception {
        Jwk jwk = GeneratedKeys.of(Algorithm.RS256);
        String pkcs8 = PemTexts.encryptedPkcs8(jwk);
        assertThat(pkcs8).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        Keys.assertRejected(Reason.ENCRYPTED, () -> Pem.read(pkcs8), "MII");
        String traditional = PemTexts.encryptedTraditional(jwk);
        assertThat(traditional).contains("BEGIN RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED");
        Keys.assertRejected(Reason.ENCRYPTED, () -> Pem.read(traditional));
        String curve = PemTexts.encryptedTraditional(GeneratedKeys.of(Algorithm.ES256));
        Keys.assertRejected(Reason.ENCRYPTED, () -> Pem.read(curve));
    }

    @Test
    void refusesTwoPrivateKeys() {
        String one = Pem.insecurePrivateText(GeneratedKeys.of(Algorithm.ES256));
        String two = PemTexts.pkcs1(GeneratedKeys.of(Algorithm.RS256));
        Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(one + two));
        Keys.assertRejected(Reason.MALFORMED, () -> Pem.read(one + one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed448", "X25519", "X448", "DSA", "DiffieHellman"})
    void saysThatAnotherKindIsUnsupported(String algorithm) throws Exception {
        var pair = PemTexts.foreign(algorithm);
        Keys.assertRejected(
                Reason.UNSUPPORTED,
                () -> Pem.read(PemTexts.block("PUBLIC KEY", pair.getPublic().getEncoded())));
        Keys.assertRejected(
                Reason.UNSUPPORTED,
                () -> Pem.read(PemTexts.block("PRIVATE KEY", pair.getPrivate().getEncoded())));
    }

    @Test
    void saysThatSecp256k1IsUnsupported() throws Exception {
        var curve = CustomNamedCurves.getByName("secp256k1");
        BigInteger d = new BigInteger(255, new Random(1));
        byte[] point = curve.getG().multiply(d).getEncoded(false);
        var id = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256k1);
        ECPrivateKey sec1 = new ECPrivateKey(256, d, SECObjectIdentifiers.secp256k1);
        for (String pem : new String[] {
            PemTexts.block("PUBLIC KEY", new SubjectPublicKeyInfo(id, point).getEncoded()),
            PemTexts.block("PRIVATE KEY", new PrivateKeyInfo(id, sec1).getEncoded()),
            PemTexts.block("EC PRIVATE KEY", sec1.getEncoded())
        }) {
            Keys.assertRejected(Reason.UNSUPPORTED, () -> Pem.read(pem));
        }
    }
}
