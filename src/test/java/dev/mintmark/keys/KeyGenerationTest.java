package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.bare;
import static dev.mintmark.keys.KeyFiles.jwks;
import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.publicPem;
import static dev.mintmark.keys.KeyFiles.secret;
import static dev.mintmark.keys.KeyFiles.utf8;
import static dev.mintmark.keys.KeyState.ACTIVE;
import static dev.mintmark.keys.KeyState.ANNOUNCED;
import static dev.mintmark.keys.KeyState.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.json.StrictJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys a directory contains at start-up, and which of them sign. */
class KeyGenerationTest {
    private static final Jwk EC = GeneratedKey.of(Algorithm.ES256);

    @TempDir
    Path directory;

    @Test
    void withoutTheListTheLastNameOfEachAlgorithmSigns() {
        put("1.pem", pkcs8(Algorithm.ES256));
        put("2.pem", pkcs8(Algorithm.ES256));
        put("1.secret", secret(64));
        put("2.pub.pem", publicPem(GeneratedKey.of(Algorithm.EDDSA)));
        put("3.pub.pem", publicPem(EC));
        assertThat(states())
                .containsOnly(
                        entry("1.pem", RETIRED),
                        entry("2.pem", ACTIVE),
                        entry("3.pub.pem", ANNOUNCED),
                        entry("1.secret", ACTIVE),
                        entry("2.pub.pem", ANNOUNCED));
        assertThat(ring().algorithms()).containsExactlyInAnyOrder(Algorithm.ES256, Algorithm.HS256);
    }

    @Test
    void theListSelectsSignersByFileNameOrKeyId() {
        put("1.pem", pkcs8(Algorithm.ES256));
        put("2.pem", pkcs8(EC));
        put("3.pem", pkcs8(Algorithm.ES256));
        put("4.ed.pem", pkcs8(Algorithm.EDDSA));
        put("active", utf8("# who signs\r\n\r\n  " + EC.thumbprint() + "  \r\n"));
        assertThat(states())
                .containsOnly(
                        entry("1.pem", RETIRED),
                        entry("2.pem", ACTIVE),
                        entry("3.pem", ANNOUNCED),
                        entry("4.ed.pem", ANNOUNCED));
        put("active", utf8("2.pem\n4.ed.pem"));
        assertThat(states()).contains(entry("2.pem", ACTIVE), entry("4.ed.pem", ACTIVE));
    }

    @Test
    void ofTwoActiveKeysTheLastNameSignsAndTheOtherOnRequest() {
        put("1.pem", pkcs8(EC));
        put("2.pem", pkcs8(Algorithm.ES256));
        put("3.pem", pkcs8(Algorithm.ES256));
        put("active", utf8("2.pem\n1.pem\n"));
        KeyRing ring = ring();
        assertThat(states()).containsOnly(entry("1.pem", ACTIVE), entry("2.pem", ACTIVE), entry("3.pem", ANNOUNCED));
        assertThat(ring.signer(EC.thumbprint())).isPresent();
        assertThat(ring.signer(Algorithm.ES256).flatMap(SigningKey::keyId))
                .contains(ring.keys().get(1).keyId());
    }

    @Test
    void aSetInTheListStandsForAllItsKeys() {
        put("all.jwks", jwks(bare(Algorithm.ES256), bare(Algorithm.EDDSA), bare(Algorithm.ES256)));
        put("active", utf8("all.jwks"));
        assertThat(ring().keys()).extracting(RingKey::state).containsOnly(ACTIVE);
    }

    @Test
    void inASetWithoutTheListTheLastKeyOfEachAlgorithmSigns() {
        put("all.jwks", jwks(bare(Algorithm.ES256), bare(Algorithm.EDDSA), bare(Algorithm.ES256)));
        assertThat(ring().keys()).extracting(RingKey::state).containsExactly(RETIRED, ACTIVE, ACTIVE);
    }

    @Test
    void refusesALineOfTheListThatIsNoKeyWithoutRepeatingIt() {
        put("1.pem", pkcs8(Algorithm.ES256));
        put("tls.crt", utf8("a certificate"));
        put("active", utf8("1.pem\n\nnot-a-key-but-maybe-a-secret\n"));
        assertRefused("active: Line 3 is not a key id or the name of a key file in this directory");
        put("active", utf8("tls.crt"));
        assertRefused("active: Line 1 is not a key id or the name of a key file in this directory");
    }

    @Test
    void refusesAPublicKeyInTheListAndAListWithoutKeys() {
        put("1.pem", pkcs8(Algorithm.ES256));
        put("2.pem", publicPem(EC));
        put("active", utf8("1.pem\n2.pem"));
        assertRefused("active: Line 2 names a public key, which cannot sign");
        put("active", utf8("# nobody\n"));
        assertRefused("active: The file lists no key; delete it to sign with the last file name");
    }

    @Test
    void refusesADirectoryInWhichNothingCanSign() {
        assertRefused("The directory has no key file");
        put("tls.crt", utf8("a certificate"));
        put("active", utf8("tls.key"));
        assertRefused("The directory has no key file");
        put("active", utf8(""));
        put("1.pem", publicPem(EC));
        assertRefused("active: The file lists no key; delete it to sign with the last file name");
        assertThat(directory.resolve("active").toFile().delete()).isTrue();
        assertRefused("The directory has public keys only, and no key can sign");
    }

    @Test
    void refusesTheSameKeyInTwoFiles() {
        put("1.pem", pkcs8(EC));
        put("2.jwk", StrictJson.bytes(EC.withKeyId("another").insecurePrivateJson()));
        assertRefused("1.pem and 2.jwk: The same key twice");
    }

    /** Tools write both halves of a pair side by side. */
    @Test
    void ignoresThePublicHalfOfAKeyInTheDirectory() {
        put("private.pem", pkcs8(EC));
        put("public.pem", publicPem(EC));
        put("spare.jwk", StrictJson.bytes(EC.withKeyId("another").publicJson()));
        KeyRing ring = ring();
        assertThat(ring.keys()).hasSize(1);
        assertThat(ring.keys().get(0).file()).contains("private.pem");
        assertThat(ring.signer(Algorithm.ES256)).isPresent();
        put("active", utf8(EC.thumbprint()));
        assertThat(ring().signer(Algorithm.ES256)).isPresent();
        put("active", utf8("public.pem"));
        assertRefused("active: Line 1 names a public key, which cannot sign");
    }

    @Test
    void refusesTwoKeysOfOneId() {
        put("1.jwk", StrictJson.bytes(bare(Algorithm.ES256).put("kid", "twin")));
        put("2.jwk", StrictJson.bytes(bare(Algorithm.EDDSA).put("kid", "twin")));
        assertRefused("1.jwk and 2.jwk: Two keys with the same kid (RFC 7517 4.5)");
    }

    @Test
    void reportsAllErrorsAtOnce() {
        put("1.secret", utf8("short"));
        put("2.txt", utf8("notes"));
        put("3.pem", pkcs8(EC));
        put("4.pem", pkcs8(EC));
        assertThatThrownBy(this::ring)
                .hasMessageContainingAll(
                        "1.secret: The secret has 40 bits", "; 2.txt: The name", "; 3.pem and 4.pem: ");
        for (int i = 10; i < 30; i++) {
            put(i + ".txt", new byte[0]);
        }
        assertThatThrownBy(this::ring).hasMessageEndingWith("; and 13 more");
    }

    private void put(String name, byte[] content) {
        KeyFiles.write(directory, name, content);
    }

    private KeyRing ring() {
        return DirectoryKeys.load(new KeyDirectory(directory), 2, JwsEngine.PLAIN)
                .ring();
    }

    private Map<String, KeyState> states() {
        return ring().keys().stream().collect(Collectors.toMap(key -> key.file().orElseThrow(), RingKey::state));
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::ring).isInstanceOf(InvalidFileException.class).hasMessage(message);
    }
}
