package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.Members;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.UnverifiedJws;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The states of a key in a mounted Secret: at every poll, which key signs, and what a cache that is one poll old can
 * verify.
 */
class KubeletRotationTest {
    private static final Jwk OLD = GeneratedKey.of(Algorithm.RS256);
    private static final Jwk NEW = GeneratedKey.of(Algorithm.RS256);

    @TempDir
    Path directory;

    private final Map<String, byte[]> secret = new LinkedHashMap<>();
    private byte[] cachedJwks = new byte[0];

    @Test
    void rotatesByThreeEditsOfTheSecretWithoutATokenThatACacheCannotVerify() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        secret.put("2026-10.pem", pkcs8(OLD));
        secret.put("active", utf8("2026-10.pem\n"));
        mount.write(secret);
        KeyRings keyRings = start();
        assertPoll(keyRings, OLD, OLD);

        secret.put("2026-11.pem", pkcs8(NEW));
        mount.write(secret);
        assertPoll(keyRings, OLD, OLD, NEW);
        assertThat(state(keyRings, NEW)).isEqualTo(KeyState.ANNOUNCED);

        secret.put("active", utf8("2026-11.pem\n"));
        mount.write(secret);
        assertPoll(keyRings, NEW, OLD, NEW);
        assertThat(state(keyRings, OLD)).isEqualTo(KeyState.RETIRED);
        assertThat(keyRings.require().signer(OLD.thumbprint())).isEmpty();

        secret.remove("2026-10.pem");
        mount.write(secret);
        assertPoll(keyRings, NEW, NEW);
        assertThat(keyRings.require().find(OLD.thumbprint())).isEmpty();
        assertThat(keyRings.require().generation()).isEqualTo(4);
    }

    @Test
    void rotatesWithoutTheListByTwoEdits() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        secret.put("2026-10.pem", pkcs8(OLD));
        mount.write(secret);
        KeyRings keyRings = start();

        secret.put("2026-11.pem", pkcs8(NEW));
        mount.write(secret);
        assertPoll(keyRings, OLD, OLD, NEW);
        assertPoll(keyRings, OLD, OLD, NEW);
        assertPoll(keyRings, NEW, OLD, NEW);

        secret.remove("2026-10.pem");
        mount.write(secret);
        assertPoll(keyRings, NEW, NEW);
    }

    @Test
    void aPollBetweenTheSwapAndTheUpdateOfTheLinksSeesTheWholeNewGeneration() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        secret.put("2026-10.pem", pkcs8(OLD));
        secret.put("active", utf8("2026-10.pem\n"));
        mount.write(secret);
        KeyRings keyRings = start();

        secret.put("2026-11.pem", pkcs8(NEW));
        secret.put("active", utf8("2026-11.pem\n"));
        mount.swap(secret);
        assertPoll(keyRings, OLD, OLD, NEW);
        assertPoll(keyRings, OLD, OLD, NEW);
        assertPoll(keyRings, NEW, OLD, NEW);
        assertThat(keyRings.lastError()).isEmpty();
    }

    private KeyRings start() {
        KeyRings keyRings = KeyRings.load(directory, 2, JwsEngine.PLAIN);
        cachedJwks = keyRings.requireComplete().jwks();
        return keyRings;
    }

    /** Polls; then the signer signs, the JWKS holds exactly these keys, and last poll's JWKS verifies the token. */
    private void assertPoll(KeyRings keyRings, Jwk signer, Jwk... published) throws IOException {
        assertThat(keyRings.poll().outcome()).isNotEqualTo(PollResult.Outcome.REFUSED);
        KeyRing ring = keyRings.require();
        SigningKey key = ring.signer(Algorithm.RS256).orElseThrow();
        assertThat(key.keyId()).contains(signer.thumbprint());
        assertThat(read(ring.jwks()).keys())
                .extracting(jwk -> jwk.keyId().orElseThrow())
                .containsExactly(java.util.stream.Stream.of(published)
                        .map(Jwk::thumbprint)
                        .toArray(String[]::new));

        String token = key.sign(Members.of(Map.of("alg", "RS256", "typ", "JWT")), Members.of(Map.of("sub", "alice")));
        assertThat(read(cachedJwks).keys())
                .filteredOn(jwk -> jwk.keyId().equals(key.keyId()))
                .anyMatch(jwk -> UnverifiedJws.parse(token)
                        .verify(VerificationKey.of(jwk), Algorithm.RS256)
                        .isPresent());
        cachedJwks = ring.jwks();
    }

    private static KeyState state(KeyRings keyRings, Jwk jwk) {
        return keyRings.require().find(jwk.thumbprint()).orElseThrow().state();
    }

    private static JwkSet read(byte[] jwks) {
        return JwkSet.read(StrictJson.object(jwks));
    }
}
