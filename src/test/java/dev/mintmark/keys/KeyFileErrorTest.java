package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.bare;
import static dev.mintmark.keys.KeyFiles.jwk;
import static dev.mintmark.keys.KeyFiles.jwks;
import static dev.mintmark.keys.KeyFiles.pem;
import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.secret;
import static dev.mintmark.keys.KeyFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An invalid file beside a valid one: the whole directory is rejected with the name of the file and none of its
 * content.
 */
class KeyFileErrorTest {
    private static final Jwk RSA = GeneratedKey.of(Algorithm.RS256);

    @TempDir
    Path directory;

    @Test
    void refusesAnRsaKeyUnder2048Bits() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] content =
                pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        assertRefused("weak.pem", content, "The RSA key has 1024 bits; at least 2048 are required");
    }

    @Test
    void refusesARocaKey() {
        BigInteger primorial = IntStream.rangeClosed(2, 167)
                .mapToObj(BigInteger::valueOf)
                .filter(n -> n.isProbablePrime(50))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        BigInteger n = new BigInteger(2048, new Random(1))
                .setBit(2047)
                .divide(primorial)
                .clearBit(0)
                .multiply(primorial)
                .add(BigInteger.valueOf(65_537).modPow(BigInteger.valueOf(41), primorial));
        String modulus = Base64Url.encode(Arrays.copyOfRange(n.toByteArray(), 1, 257));
        byte[] content = utf8("{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + modulus + "\"}");
        assertRefused("smartcard.jwk", content, "ROCA flaw (CVE-2017-15361)");
    }

    @Test
    void refusesASecretShorterThanItsHash() {
        assertRefused("a.secret", secret(31), "The secret has 248 bits; HS256 needs 256");
        assertRefused("a.hs512.secret", secret(63), "The secret has 504 bits; HS512 needs 512");
        assertRefused("a.hs384.jwk", jwk(Algorithm.HS256), "The secret has 256 bits; HS384 needs 384");
        assertRefused("empty.secret", utf8("\n"), "The secret has 0 bits");
    }

    @Test
    void refusesAPublicKeyAsASecret() {
        assertRefused("a.secret", KeyFiles.publicPem(RSA), "The secret is a public key");
    }

    @Test
    void refusesAPublishedSampleKey() {
        assertRefused("sample.jwk", utf8(PublishedKey.RFC_7515_A_1), "The private key is published");
    }

    @Test
    void refusesAPointOffItsCurve() {
        ObjectNode key = bare(Algorithm.ES256);
        key.set("y", bare(Algorithm.ES256).get("y"));
        assertRefused("a.jwk", StrictJson.bytes(key), "The point is not on its curve");
    }

    @Test
    void refusesHalvesOfDifferentKeys() {
        for (Algorithm algorithm : new Algorithm[] {Algorithm.ES384, Algorithm.EDDSA}) {
            ObjectNode key = bare(algorithm);
            key.set("d", bare(algorithm).get("d"));
            assertRefused("a.jwk", StrictJson.bytes(key), "of different keys");
        }
        ObjectNode rsa = bare(Algorithm.RS256);
        rsa.set("n", bare(Algorithm.RS256).get("n"));
        assertRefused("a.jwk", StrictJson.bytes(rsa), "of different keys");
    }

    @Test
    void refusesEncryptedPems() throws Exception {
        byte[] pkcs8 = KeyFiles.encryptedPkcs8(RSA);
        assertThat(new String(pkcs8)).contains("ENCRYPTED PRIVATE KEY");
        assertRefused("a.pem", pkcs8, "The PEM is encrypted with a passphrase");

        byte[] pkcs1 = KeyFiles.encryptedPkcs1(RSA);
        assertThat(new String(pkcs1)).contains("Proc-Type: 4,ENCRYPTED");
        assertRefused("a.key", pkcs1, "The PEM is encrypted with a passphrase");
    }

    @Test
    void refusesBrokenPems() throws IOException {
        byte[] whole = KeyFiles.pkcs1(RSA);
        assertRefused("a.pem", Arrays.copyOf(whole, whole.length / 2), "The PEM is broken or truncated");
        assertRefused("a.pem", Arrays.copyOf(whole, whole.length - 20), "The PEM is broken or truncated");
        assertRefused("a.pem", new byte[0], "The text has no PEM key");
        assertRefused("a.pem", secret(40), "The text has no PEM key");
        assertRefused("a.pem", utf8(new String(whole) + new String(whole)), "more than one private key");
    }

    @Test
    void refusesBrokenJson() {
        assertRefused("a.jwk", utf8("{\"kty\":\"oct\",\"k\":\"abcdefghijklmnopqrst"), "The content is not valid JSON");
        assertRefused("a.jwk", utf8("[]"), "The content is not a JSON object");
        assertRefused("a.jwk", new byte[] {(byte) 0xff}, "The content is not valid UTF-8");
        assertRefused("a.json", utf8("{}"), "The JWK's kty is not RSA, EC, OKP or oct");
        assertRefused("a.jwks", utf8("{\"keys\":[]}"), "The JWK Set has no keys");
        assertRefused("a.jwks", utf8("{\"keys\":null}"), "The JWK Set has no keys");
        assertRefused(
                "a.jwks",
                jwks(bare(Algorithm.ES256), bare(Algorithm.ES256).put("y", "")),
                "Key 2 of the set: The JWK's y");
        assertRefused("a.jwk", StrictJson.bytes(bare(Algorithm.ES256).put("kid", " ")), "The JWK's kid is empty");
    }

    @Test
    void refusesAnAlgorithmThatTheKeyCannotDo() {
        assertRefused("a.es256.pem", pkcs8(RSA), "The key is an RSA key of 2048 bits; ES256 needs");
        assertRefused("a.es384.jwk", jwk(Algorithm.ES256), "The key is an EC key on P-256; ES384 needs");
        assertRefused("a.hs256.pem", pkcs8(Algorithm.EDDSA), "The key is an Ed25519 key; HS256 needs");
        assertRefused("a.es256.pem", KeyFiles.publicPem(RSA), "The key is an RSA key of 2048 bits; ES256 needs");
        assertRefused("a.rs256.secret", secret(32), "The key is a secret of 256 bits; RS256 needs");
    }

    @Test
    void refusesAnAlgorithmThatContradictsTheName() {
        byte[] ps256 = StrictJson.bytes(GeneratedKey.of(Algorithm.PS256).insecurePrivateJson());
        assertRefused("a.rs256.jwk", ps256, "The name says RS256, the JWK's alg PS256");
        assertRefused("a.rs256.ps256.pem", pkcs8(RSA), "The name has more than one algorithm");
    }

    @Test
    void refusesAKeyThatIsNotForSignatures() {
        ObjectNode key = bare(Algorithm.RS256);
        assertRefused("a.jwk", StrictJson.bytes(key.deepCopy().put("use", "enc")), "does not permit signatures");
        assertRefused("a.jwk", StrictJson.bytes(key.put("alg", "RSA-OAEP")), "alg is not a signature algorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "pem", "a.txt", "a.pub", "a.pem.bak", "active.bak", "a.pem~", "a."})
    void refusesANameThatItDoesNotKnow(String name) {
        assertRefused(name, pkcs8(Algorithm.EDDSA), "The name does not end in .pem .key .jwk .jwks .json .secret");
    }

    private void assertRefused(String name, byte[] content, String reason) {
        KeyFiles.write(directory, "good.pem", pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, name, content);
        assertThatThrownBy(() -> DirectoryKeys.load(new KeyDirectory(directory), 2, JwsEngine.PLAIN))
                .isInstanceOfSatisfying(InvalidFileException.class, e -> {
                    assertThat(e.detail()).startsWith(name + ": ").contains(reason);
                    assertThat(e).hasNoCause();
                    KeyFiles.assertHoldsNothingOf(content, e.toString());
                });
        assertThat(directory.resolve(name).toFile().delete()).isTrue();
    }
}
