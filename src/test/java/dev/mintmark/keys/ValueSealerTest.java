package dev.mintmark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed values open on every replica with the key, as the same kind, in the same context, and nowhere else. */
class ValueSealerTest {
    private static final byte[] VALUE = "{\"sub\": \"alice\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private KeyRings load() {
        return KeyRings.load(directory, 0, JwsEngine.PLAIN);
    }

    @Test
    void aValueOpensOnAnotherReplica() throws Exception {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.RS256));
        String sealed = new ValueSealer(load()).seal("code", "acme", VALUE);
        assertThat(sealed).startsWith("v1.").doesNotContain("alice");
        assertThat(new ValueSealer(load()).open("code", "acme", sealed)).contains(VALUE);
        assertThat(new ValueSealer(load()).seal("code", "acme", VALUE))
                .as("the nonce is new")
                .isNotEqualTo(sealed);
    }

    @Test
    void anotherKindContextOrTextOpensNothing() throws Exception {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.ES256));
        ValueSealer sealer = new ValueSealer(load());
        String sealed = sealer.seal("code", "acme", VALUE);
        assertThat(sealer.open("session", "acme", sealed)).isEmpty();
        assertThat(sealer.open("code", "other", sealed)).isEmpty();
        char last = sealed.charAt(sealed.length() - 2);
        String tampered = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 1);
        for (String text : new String[] {"", "v1.", "v1.AAAA", "v2" + sealed.substring(2), sealed + "A", tampered}) {
            assertThat(sealer.open("code", "acme", text)).as(text).isEmpty();
        }
        assertThat(sealer.open("code", "acme", "v1." + "A".repeat(100_000))).isEmpty();
    }

    @Test
    void aValueSurvivesARotation() throws Exception {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, "active", KeyFiles.utf8("1.pem\n"));
        KeyRings keyRings = load();
        ValueSealer sealer = new ValueSealer(keyRings);
        String before = sealer.seal("code", "acme", VALUE);
        KeyFiles.write(directory, "2.pem", KeyFiles.pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, "active", KeyFiles.utf8("2.pem\n"));
        assertThat(keyRings.poll().ring()).isPresent();
        assertThat(sealer.open("code", "acme", before)).contains(VALUE);
        String after = sealer.seal("code", "acme", VALUE);
        assertThat(sealer.open("code", "acme", after)).contains(VALUE);
        assertThat(after.substring(3, 13)).as("another key").isNotEqualTo(before.substring(3, 13));
    }

    @Test
    void theSecretOfAValueIsTheSameOnEveryReplicaAndSurvivesARotation() throws Exception {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, "active", KeyFiles.utf8("1.pem\n"));
        ValueSealer sealer = new ValueSealer(load());
        String sealed = sealer.seal("client", "acme", VALUE);
        String other = sealer.seal("client", "acme", VALUE);
        String secret = sealer.secretOf("client", sealed).orElseThrow();
        assertThat(secret)
                .hasSize(43)
                .isNotEqualTo(sealer.secretOf("client", other).orElseThrow());
        assertThat(sealer.secretOf("code", sealed)).isPresent().get().isNotEqualTo(secret);
        KeyFiles.write(directory, "2.pem", KeyFiles.pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, "active", KeyFiles.utf8("2.pem\n"));
        assertThat(new ValueSealer(load()).secretOf("client", sealed)).contains(secret);
        java.nio.file.Files.delete(directory.resolve("1.pem"));
        assertThat(new ValueSealer(load()).secretOf("client", sealed)).isEmpty();
        assertThat(new ValueSealer(load()).secretOf("client", "v1.AAAA")).isEmpty();
    }

    @Test
    void anHmacSecretSealsNothing() throws Exception {
        KeyFiles.write(directory, "1.jwk", KeyFiles.jwk(Algorithm.HS256));
        assertThatThrownBy(() -> new ValueSealer(load()).seal("code", "acme", VALUE))
                .isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void aValueOfAnyLengthUpToTheLimitOpens() throws Exception {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.ES256));
        ValueSealer sealer = new ValueSealer(load());
        byte[] largest = new byte[16 * 1024];
        new java.util.Random(1).nextBytes(largest);
        assertThat(sealer.open("code", "", sealer.seal("code", "", largest))).contains(largest);
        assertThat(sealer.open("code", "", sealer.seal("code", "", new byte[0])))
                .contains(new byte[0]);
        assertThatThrownBy(() -> sealer.seal("code", "", new byte[16 * 1024 + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
