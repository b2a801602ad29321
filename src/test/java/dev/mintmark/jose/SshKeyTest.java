package dev.mintmark.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.KeyRejectedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of OpenSSH, written by BouncyCastle. */
class SshKeyTest {

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "ES384", "ES512", "EDDSA"})
    void readsALineOfAuthorizedKeys(Algorithm algorithm) throws IOException {
        Jwk jwk = GeneratedKeys.of(algorithm);
        byte[] blob = OpenSSHPublicKeyUtil.encodePublicKey(
                PublicKeyFactory.createKey(PemTexts.publicKey(jwk).getEncoded()));
        String type = new String(blob, 4, blob[3], StandardCharsets.US_ASCII);
        String line = type + ' ' + Base64.getEncoder().encodeToString(blob) + " alice@example";
        assertThat(SshKey.isPublicLine(line)).isTrue();
        assertThat(JwkWriter.thumbprint(SshKey.publicLine(line))).isEqualTo(jwk.thumbprint());
    }

    /** BouncyCastle writes openssh-key-v1 for Ed25519 and the traditional form for the others. */
    @Test
    void readsAnEd25519PrivateKey() throws IOException {
        Jwk jwk = GeneratedKeys.of(Algorithm.EDDSA);
        AsymmetricKeyParameter key =
                PrivateKeyFactory.createKey(PemTexts.privateKey(jwk).getEncoded());
        String pem = PemTexts.block("OPENSSH PRIVATE KEY", OpenSSHPrivateKeyUtil.encodePrivateKey(key));
        assertThat(Pem.read(pem).insecurePrivateJsonAsGiven().path("d"))
                .isEqualTo(jwk.insecurePrivateJson().path("d"));
    }

    @Test
    void readsAnRsaAndAnEcPrivateKey() {
        var rsa = Keys.privateJson(Algorithm.RS256);
        byte[] blob = privateBlob(
                "ssh-rsa",
                List.of("n", "e", "d", "qi", "p", "q").stream()
                        .map(name -> Keys.number(rsa, name).toByteArray())
                        .toList());
        Jwk read = Pem.read(PemTexts.block("OPENSSH PRIVATE KEY", blob));
        assertThat(read.insecurePrivateJsonAsGiven()).isEqualTo(rsa.deepCopy().without(List.of("kid", "use", "alg")));
        assertThat(SigningKey.of(read, Algorithm.RS256)).isNotNull();
        var ec = Keys.privateJson(Algorithm.ES384);
        byte[] ecBlob = privateBlob(
                "ecdsa-sha2-nistp384",
                List.of(
                        "nistp384".getBytes(StandardCharsets.US_ASCII),
                        new byte[0],
                        Keys.number(ec, "d").toByteArray()));
        assertThat(Pem.read(PemTexts.block("OPENSSH PRIVATE KEY", ecBlob)).thumbprint())
                .isEqualTo(GeneratedKeys.of(Algorithm.ES384).thumbprint());
    }

    @Test
    void namesTheCommandForAnEncryptedKey() {
        byte[] blob = join(
                "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII),
                field("aes256-ctr"),
                field("bcrypt"),
                new byte[40]);
        assertThat(rejection(PemTexts.block("OPENSSH PRIVATE KEY", blob)).reason())
                .isEqualTo(Reason.ENCRYPTED);
        assertThat(rejection(PemTexts.block("OPENSSH PRIVATE KEY", blob)).detail())
                .contains("ssh-keygen -p -m PKCS8");
    }

    @Test
    void namesTheCommandForABrokenKey() {
        assertThat(rejection(PemTexts.block("OPENSSH PRIVATE KEY", new byte[] {1, 2, 3}))
                        .detail())
                .contains("ssh-keygen -p -m PKCS8");
        byte[] cut = privateBlob("ssh-rsa", List.of(new byte[] {5}));
        assertThat(rejection(PemTexts.block("OPENSSH PRIVATE KEY", cut)).reason())
                .isEqualTo(Reason.MALFORMED);
    }

    private static KeyRejectedException rejection(String pem) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(KeyRejectedException.class, () -> Pem.read(pem));
    }

    /** An unencrypted openssh-key-v1 with one key of these fields. */
    static byte[] privateBlob(String type, List<byte[]> fields) {
        byte[] secrets = join(new byte[] {1, 2, 3, 4, 1, 2, 3, 4}, field(type));
        for (byte[] bytes : fields) {
            secrets = join(secrets, field(bytes));
        }
        return join(
                "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII),
                field("none"),
                field("none"),
                field(""),
                new byte[] {0, 0, 0, 1},
                field("public"),
                field(secrets));
    }

    private static byte[] field(String text) {
        return field(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] field(byte[] bytes) {
        return join(ByteBuffer.allocate(4).putInt(bytes.length).array(), bytes);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (byte[] part : parts) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
