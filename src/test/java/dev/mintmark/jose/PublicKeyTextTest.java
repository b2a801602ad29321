package dev.mintmark.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.KeyRejectedException.Reason;
import java.io.ByteArrayOutputStream;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which a public key ends up as an HMAC secret (CVE-2015-9235, CVE-2022-29217, CVE-2026-34950). */
class PublicKeyTextTest {

    static Stream<Algorithm> pairs() {
        return Stream.of(Algorithm.RS256, Algorithm.ES256, Algorithm.ES384, Algorithm.ES512, Algorithm.EDDSA);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void refusesAPublicKeyInEachTextualForm(Algorithm algorithm) {
        Jwk jwk = GeneratedKeys.of(algorithm);
        String pem = Pem.publicText(jwk);
        byte[] der = PemTexts.publicKey(jwk).getEncoded();
        ObjectNode json = jwk.publicJson();
        List<String> forms = List.of(
                pem,
                pem.stripTrailing(),
                pem.replace("\n", "\r\n"),
                " " + pem,
                "\n" + pem,
                pem + "\n\n",
                "\ufeff" + pem,
                "\ufeff " + pem,
                "key: " + pem,
                Base64.getEncoder().encodeToString(der),
                Base64.getEncoder().encodeToString(der) + "\n",
                Base64.getMimeEncoder().encodeToString(der),
                Base64.getUrlEncoder().withoutPadding().encodeToString(der),
                json.toString(),
                json.toPrettyString(),
                " " + json,
                "\ufeff" + json,
                JwkReader.read(json)
                        .publicJson()
                        .without(List.of("use", "alg", "kid"))
                        .toString(),
                "{\"keys\":[" + json + "]}");
        for (String form : forms) {
            refused(form.getBytes(UTF_8), "the text " + form);
        }
        refused(der, "DER");
    }

    @Test
    void refusesPkcs1() {
        Jwk jwk = GeneratedKeys.of(Algorithm.RS256);
        refused(PemTexts.pkcs1Public(jwk).getBytes(UTF_8), "PKCS#1 PEM");
        byte[] der = SubjectPublicKeyInfo.getInstance(PemTexts.publicKey(jwk).getEncoded())
                .getPublicKeyData()
                .getBytes();
        refused(der, "PKCS#1 DER");
        refused(Base64.getEncoder().encode(der), "PKCS#1 in base64");
    }

    @Test
    void refusesACertificate() {
        String pem = PemTexts.certificate(GeneratedKeys.of(Algorithm.ES256), "SHA256withECDSA");
        refused(pem.getBytes(UTF_8), "PEM");
        String body = pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
        refused(body.getBytes(UTF_8), "x5c");
        refused(Base64.getDecoder().decode(body), "DER");
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512"})
    void refusesAnUncompressedPoint(Algorithm algorithm) {
        byte[] point = SubjectPublicKeyInfo.getInstance(
                        ((ECPublicKey) PemTexts.publicKey(GeneratedKeys.of(algorithm))).getEncoded())
                .getPublicKeyData()
                .getBytes();
        assertThat(point[0]).isEqualTo((byte) 4);
        refused(point, "the point");
        point[point.length - 1] ^= 1;
        assertThat(PublicKeyText.isOne(point)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ me@host",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA me@host",
                "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY me@host",
                " ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ",
                "\ufeffssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA"
            })
    void refusesALineOfOpenSsh(String line) {
        refused(line.getBytes(UTF_8), line);
    }

    private static void refused(byte[] secret, String form) {
        assertThat(PublicKeyText.isOne(secret)).as(form).isTrue();
        Keys.assertRejected(Reason.PUBLIC_SECRET, () -> Jwk.ofSecret(secret).admit());
        ObjectNode json = Keys.json("{'kty':'oct'}").put("k", Base64Url.encode(secret));
        Keys.assertRejected(Reason.PUBLIC_SECRET, json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "correct horse battery staple, and then some",
                "{",
                "{}",
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                "{\"a\":1}",
                "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
                "0123456789abcdef0123456789abcdef",
                "0",
                "\u0004"
            })
    void takesASecretThatIsNoPublicKey(String secret) {
        assertThat(PublicKeyText.isOne(secret.getBytes(UTF_8))).isFalse();
        assertThat(Jwk.ofSecret(secret.getBytes(UTF_8)).admit().isSecret()).isTrue();
    }

    @Test
    void acceptsRandomSecrets() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] secret = new byte[32 + i % 100];
            random.nextBytes(secret);
            if (i % 3 > 0) {
                secret[0] = (byte) (i % 3 == 1 ? 0x30 : 4);
            }
            assertThat(PublicKeyText.isOne(secret)).isFalse();
        }
    }

    @Test
    @Timeout(10)
    void readsDeepDerAndDeepJsonWithoutOverflow() {
        for (byte[] der : deepDer()) {
            assertThat(PublicKeyText.isOne(der)).isFalse();
        }
        assertThat(PublicKeyText.isOne("{\"keys\":".repeat(50_000).getBytes(UTF_8)))
                .isFalse();
    }

    /** Sequences in sequences, with and without lengths, and constructed strings: some 20,000 levels. */
    static List<byte[]> deepDer() {
        byte[] indefinite = new byte[40_000];
        byte[] strings = new byte[40_000];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            strings[i] = i == 0 ? (byte) 0x30 : 0x24;
            indefinite[i + 1] = (byte) 0x80;
            strings[i + 1] = (byte) 0x80;
        }
        return List.of(indefinite, strings, definite((byte) 0x30), definite((byte) 0x31));
    }

    private static byte[] definite(byte tag) {
        byte[] reversed = new byte[120_000];
        int length = 0;
        while (length < 100_000) {
            byte[] octets = java.math.BigInteger.valueOf(length).toByteArray();
            int size = length;
            for (int i = octets.length - 1; i >= 0; i--) {
                reversed[length++] = octets[i];
            }
            if (size > 127) {
                reversed[length++] = (byte) (0x80 | octets.length);
            }
            reversed[length++] = length < 99_990 ? tag : 0x30;
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        byte[] used = Arrays.copyOf(reversed, length);
        for (int i = used.length - 1; i >= 0; i--) {
            der.write(used[i]);
        }
        return der.toByteArray();
    }
}
