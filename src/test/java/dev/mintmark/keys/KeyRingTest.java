package dev.mintmark.keys;

import static dev.mintmark.keys.KeyFiles.bare;
import static dev.mintmark.keys.KeyFiles.pkcs8;
import static dev.mintmark.keys.KeyFiles.secret;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.StrictJson;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    @TempDir
    Path directory;

    private KeyRing ring;

    @BeforeEach
    void readADirectoryOfEveryKind() {
        KeyFiles.write(directory, "1.es.pem", pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, "2.es.pem", pkcs8(Algorithm.ES256));
        KeyFiles.write(directory, "3.secret", secret(64));
        KeyFiles.write(
                directory, "4.ed.jwk", StrictJson.bytes(bare(Algorithm.EDDSA).put("kid", "mine")));
        KeyFiles.write(directory, "5.oct.jwk", KeyFiles.jwk(Algorithm.HS384));
        ring = load();
    }

    @Test
    void publishesThePublicHalvesOfAllStatesAndNoSecret() {
        JsonNode keys = StrictJson.object(ring.jwks()).get("keys");
        assertThat(keys).hasSize(3);
        for (JsonNode key : keys) {
            assertThat(key.has("kid") && key.has("alg")).isTrue();
            assertThat(key.get("use").asText()).isEqualTo("sig");
            assertThat(key.has("d") || key.has("k")).isFalse();
            assertThat(key.get("kty").asText()).isNotEqualTo("oct");
        }
        assertThat(keys.get(2).get("kid").asText()).isEqualTo("mine");
    }

    @Test
    void theTagIsStrongAndFollowsThePublishedSet() {
        assertThat(ring.etag()).matches("\"[A-Za-z0-9_-]{43}\"");
        assertThat(load().etag()).isEqualTo(ring.etag());
        KeyFiles.write(directory, "6.secret", secret(50));
        assertThat(load().etag()).as("a secret is not published").isEqualTo(ring.etag());
        KeyFiles.write(directory, "6.ed.pem", pkcs8(Algorithm.EDDSA));
        assertThat(load().etag()).isNotEqualTo(ring.etag());
    }

    @Test
    void signsWithActiveKeysOnlyAndVerifiesWithAll() {
        String retired = ring.keys().get(0).keyId();
        assertThat(ring.find(retired)).map(RingKey::state).contains(KeyState.RETIRED);
        assertThat(ring.signer(retired)).isEmpty();
        assertThat(ring.signer("mine")).isEqualTo(ring.signer(Algorithm.EDDSA)).isPresent();
        assertThat(ring.signer("3.secret")).as("5.oct.jwk signs HS256").isEmpty();
        assertThat(ring.signer(Algorithm.RS256)).isEmpty();
        assertThat(ring.find("nobody")).isEmpty();
        assertThat(ring.verificationKeys())
                .hasSize(5)
                .allMatch(key -> key.algorithms().size() == 1)
                .extracting(VerificationKey::keyId)
                .doesNotHaveDuplicates()
                .allMatch(java.util.Optional::isPresent);
        assertThat(ring.algorithms()).containsExactlyInAnyOrder(Algorithm.ES256, Algorithm.EDDSA, Algorithm.HS256);
    }

    @Test
    void saysWhereItsKeysComeFrom() {
        assertThat(ring.isEphemeral()).isFalse();
        assertThat(ring.isComplete()).isTrue();
        assertThat(ring.keys()).extracting(RingKey::origin).containsOnly(KeyOrigin.DIRECTORY);
        assertThat(ring.keys()).extracting(key -> key.file().orElseThrow()).startsWith("1.es.pem", "2.es.pem");
    }

    @Test
    void cannotBeChangedThroughItsBytes() {
        ring.jwks()[0] = 'x';
        assertThat(ring.jwks()[0]).isEqualTo((byte) '{');
    }

    @Test
    void showsNoKeyInToString() {
        String text = ring + " " + ring.keys() + " " + ring.verificationKeys() + " " + ring.signer(Algorithm.HS256);
        for (RingKey key : ring.keys()) {
            KeyFiles.assertHoldsNothingOf(
                    StrictJson.bytes(key.jwk().insecurePrivateJson().retain("d", "k")), text);
        }
    }

    private KeyRing load() {
        return DirectoryKeys.load(new KeyDirectory(directory), 2, JwsEngine.PLAIN)
                .ring();
    }
}
