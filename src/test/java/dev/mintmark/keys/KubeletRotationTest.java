package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.FreshKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkSet;
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

/** The life of a key in a mounted Secret: at every poll, what signs, and what a cache one poll old can verify. */
class KubeletRotationTest {
    private static final Jwk OLD = FreshKey.of(Algorithm.RS256);
    private static final Jwk NEW = FreshKey.of(Algorithm.RS256);

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
        KeyCabinet cabinet = start();
        assertPoll(cabinet, OLD, OLD);

        secret.put("2026-11.pem", pkcs8(NEW));
        mount.write(secret);
        assertPoll(cabinet, OLD, OLD, NEW);
        assertThat(state(cabinet, NEW)).isEqualTo(KeyState.ANNOUNCED);

        secret.put("active", utf8("2026-11.pem\n"));
        mount.write(secret);
        assertPoll(cabinet, NEW, OLD, NEW);
        assertThat(state(cabinet, OLD)).isEqualTo(KeyState.RETIRED);
        assertThat(cabinet.require().signer(OLD.thumbprint())).isEmpty();

        secret.remove("2026-10.pem");
        mount.write(secret);
        assertPoll(cabinet, NEW, NEW);
        assertThat(cabinet.require().find(OLD.thumbprint())).isEmpty();
        assertThat(cabinet.require().generation()).isEqualTo(4);
    }

    @Test
    void rotatesWithoutTheListByTwoEdits() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        secret.put("2026-10.pem", pkcs8(OLD));
        mount.write(secret);
        KeyCabinet cabinet = start();

        secret.put("2026-11.pem", pkcs8(NEW));
        mount.write(secret);
        assertPoll(cabinet, OLD, OLD, NEW);
        assertPoll(cabinet, OLD, OLD, NEW);
        assertPoll(cabinet, NEW, OLD, NEW);

        secret.remove("2026-10.pem");
        mount.write(secret);
        assertPoll(cabinet, NEW, NEW);
    }

    @Test
    void aPollBetweenTheSwapAndTheMendingOfTheLinksSeesTheWholeNewGeneration() throws IOException {
        KubeletMount mount = new KubeletMount(directory);
        secret.put("2026-10.pem", pkcs8(OLD));
        secret.put("active", utf8("2026-10.pem\n"));
        mount.write(secret);
        KeyCabinet cabinet = start();

        secret.put("2026-11.pem", pkcs8(NEW));
        secret.put("active", utf8("2026-11.pem\n"));
        mount.swap(secret);
        assertPoll(cabinet, OLD, OLD, NEW);
        assertPoll(cabinet, OLD, OLD, NEW);
        assertPoll(cabinet, NEW, OLD, NEW);
        assertThat(cabinet.lastRefusal()).isEmpty();
    }

    private KeyCabinet start() {
        KeyCabinet cabinet = KeyCabinet.load(directory, 2);
        cachedJwks = cabinet.requireComplete().jwks();
        return cabinet;
    }

    /** Polls; then the signer signs, the JWKS holds exactly these keys, and last poll's JWKS verifies the token. */
    private void assertPoll(KeyCabinet cabinet, Jwk signer, Jwk... published) throws IOException {
        assertThat(cabinet.poll().outcome()).isNotEqualTo(Poll.Outcome.REFUSED);
        KeyRing ring = cabinet.require();
        SigningKey key = ring.signer(Algorithm.RS256).orElseThrow();
        assertThat(key.keyId()).contains(signer.thumbprint());
        assertThat(read(ring.jwks()).keys())
                .extracting(jwk -> jwk.keyId().orElseThrow())
                .containsExactly(java.util.stream.Stream.of(published)
                        .map(Jwk::thumbprint)
                        .toArray(String[]::new));

        String token = key.sign(Map.of("alg", "RS256", "typ", "JWT"), Map.of("sub", "alice"));
        assertThat(read(cachedJwks).keys())
                .filteredOn(jwk -> jwk.keyId().equals(key.keyId()))
                .anyMatch(jwk -> UnverifiedJws.parse(token)
                        .verify(VerificationKey.of(jwk), Algorithm.RS256)
                        .isPresent());
        cachedJwks = ring.jwks();
    }

    private static KeyState state(KeyCabinet cabinet, Jwk jwk) {
        return cabinet.require().find(jwk.thumbprint()).orElseThrow().state();
    }

    private static JwkSet read(byte[] jwks) {
        return JwkSet.read(StrictJson.object(jwks));
    }
}
