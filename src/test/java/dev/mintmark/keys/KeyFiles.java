package dev.mintmark.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Pem;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Key files as users create them, with keys generated at run time. */
final class KeyFiles {
    private KeyFiles() {}

    /** A key without {@code kid} and {@code alg}, as its bare members. */
    static ObjectNode bare(Algorithm algorithm) {
        ObjectNode json = GeneratedKey.of(algorithm).insecurePrivateJson();
        json.remove(List.of("kid", "use", "alg"));
        return json;
    }

    static byte[] jwk(Algorithm algorithm) {
        return StrictJson.bytes(bare(algorithm));
    }

    static byte[] jwks(ObjectNode... keys) {
        return StrictJson.bytes(Map.of("keys", List.of(keys)));
    }

    static byte[] pkcs8(Algorithm algorithm) {
        return pkcs8(GeneratedKey.of(algorithm));
    }

    static byte[] pkcs8(Jwk jwk) {
        return utf8(Pem.insecurePrivateText(jwk));
    }

    static byte[] publicPem(Jwk jwk) {
        return utf8(Pem.publicText(jwk));
    }

    /** What {@code openssl rsa -traditional} writes. */
    static byte[] pkcs1(Jwk rsa) throws IOException {
        return pem(
                "RSA PRIVATE KEY", info(rsa).parsePrivateKey().toASN1Primitive().getEncoded());
    }

    /** What {@code openssl ecparam -genkey} writes. */
    static byte[] sec1(Jwk ec) throws IOException {
        PrivateKeyInfo info = info(ec);
        ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
        var curve = info.getPrivateKeyAlgorithm().getParameters();
        return pem("EC PRIVATE KEY", new ECPrivateKey(ec.facts().bits(), key.getKey(), curve).getEncoded());
    }

    /** An HMAC secret of printable bytes, so that a leak is visible. */
    static byte[] secret(int bytes) {
        String text = Base64Url.encode(StrictJson.bytes(bare(Algorithm.HS512)));
        return utf8(text.substring(text.length() - bytes));
    }

    static byte[] encryptedPkcs8(Jwk jwk) throws IOException, OperatorCreationException {
        OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword("passphrase".toCharArray())
                .build();
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new PKCS8Generator(info(jwk), encryptor));
        }
        return utf8(text.toString());
    }

    static byte[] encryptedPkcs1(Jwk rsa) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    info(rsa),
                    new JcePEMEncryptorBuilder("AES-256-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build("passphrase".toCharArray()));
        }
        return utf8(text.toString());
    }

    private static PrivateKeyInfo info(Jwk jwk) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Pem.insecurePrivateText(jwk)))) {
            return (PrivateKeyInfo) parser.readObject();
        }
    }

    static byte[] pem(String label, byte[] der) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, der));
        }
        return utf8(text.toString());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void write(Path directory, String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message contains no twelve consecutive characters of the content. */
    static void assertHoldsNothingOf(byte[] content, String message) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        for (int i = 0; i + 12 <= text.length(); i++) {
            assertThat(message).doesNotContain(text.substring(i, i + 12));
        }
    }
}
