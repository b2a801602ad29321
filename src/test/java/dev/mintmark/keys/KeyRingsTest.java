package dev.mintmark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingsTest {
    @TempDir
    Path directory;

    @Test
    void ephemeralKeyRingsAreEmptyUntilTheKeysAreGenerated() {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
        assertThat(keyRings.isEphemeral()).isTrue();
        assertThat(keyRings.ring()).isEmpty();
        assertThatThrownBy(keyRings::require).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(keyRings::requireComplete).isInstanceOf(KeysUnavailableException.class);
        assertThat(keyRings.poll()).isEqualTo(PollResult.unchanged(false));

        keyRings.makeEphemeralKeys(Algorithm.ES256);
        assertThat(keyRings.requireComplete()).isSameAs(keyRings.require());
        assertThat(keyRings.poll()).isEqualTo(PollResult.unchanged(false));
        assertThat(keyRings.ring()).isPresent();
    }

    @Test
    void aRequestThatComesTooEarlyWaitsForTheKeysItNeeds() throws InterruptedException {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        AtomicReference<KeyRing> some = new AtomicReference<>();
        AtomicReference<KeyRing> complete = new AtomicReference<>();
        Thread first = new Thread(() -> some.set(keyRings.require()));
        Thread all = new Thread(() -> complete.set(keyRings.requireComplete()));
        first.start();
        all.start();

        keyRings.makeEphemeralKeys(Algorithm.HS256);

        first.join(60_000);
        all.join(60_000);
        assertThat(some.get().signer(Algorithm.HS256)).isPresent();
        assertThat(complete.get().isComplete()).isTrue();
    }

    @Test
    void theOtherKeysAreGeneratedOnDemand() throws InterruptedException {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        keyRings.awaitDemand(Duration.ofMillis(1));
        Thread keeper = keeperOf(keyRings);
        keyRings.makeFirstKey(Algorithm.HS256, () -> GeneratedKey.of(Algorithm.HS256));
        assertThat(keyRings.require().isComplete())
                .as("a token of the first algorithm needs no other")
                .isFalse();
        keeper.join(200);
        assertThat(keeper.isAlive()).isTrue();

        assertThat(keyRings.complete()).as("who asks need not wait").isEmpty();
        keeper.join(60_000);
        assertThat(keyRings.complete()).isPresent();
    }

    @Test
    void anEarlyJwksRequestGetsAllKeys() throws InterruptedException {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ofMinutes(1), JwsEngine.PLAIN);
        Thread keeper = keeperOf(keyRings);
        assertThat(keyRings.requireComplete().isComplete()).isTrue();
        keeper.join(60_000);
    }

    /** Generates all keys on demand. */
    private static Thread keeperOf(KeyRings keyRings) {
        Thread keeper = new Thread(() -> {
            try {
                keyRings.awaitDemand(Duration.ofHours(1));
                keyRings.makeEphemeralKeys(Algorithm.HS256);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        keeper.start();
        return keeper;
    }

    @Test
    void theFirstAlgorithmIsOfferedBeforeTheOthersAreReady() {
        KeyRings keyRings = KeyRings.ephemeral(Duration.ZERO, JwsEngine.PLAIN);
        keyRings.makeFirstKey(Algorithm.EDDSA, () -> GeneratedKey.of(Algorithm.EDDSA));
        KeyRing first = keyRings.require();
        assertThat(first.algorithms()).containsExactly(Algorithm.EDDSA);
        assertThat(first.isComplete()).isFalse();
        assertThat(first.isEphemeral()).isTrue();

        assertThatThrownBy(keyRings::requireComplete).isInstanceOf(KeysUnavailableException.class);

        keyRings.makeFirstKey(Algorithm.EDDSA, () -> GeneratedKey.of(Algorithm.EDDSA));
        assertThat(keyRings.require()).isSameAs(first);

        keyRings.makeEphemeralKeys(Algorithm.EDDSA);
        KeyRing all = keyRings.require();
        assertThat(all.isComplete()).isTrue();
        assertThat(all.generation()).isGreaterThan(first.generation());
        assertThat(all.keys()).contains(first.keys().get(0));
    }

    @Test
    void ephemeralKeysAreOneForEachOfTheThirteenAlgorithms() {
        KeyRing ring = EphemeralKeys.ring();
        assertThat(ring.algorithms()).hasSize(13).containsExactly(Algorithm.values());
        assertThat(ring.keys()).extracting(RingKey::algorithm).containsExactly(Algorithm.values());
        assertThat(ring.keys())
                .allMatch(
                        key -> key.origin() == KeyOrigin.EPHEMERAL && key.file().isEmpty());
        assertThat(StrictJson.object(ring.jwks()).get("keys")).hasSize(10);
        assertThat(ring.generation()).isEqualTo(1);
    }

    @Test
    void keyRingsOfADirectoryKeepTheLastValidRingAndReportTheError() throws IOException {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.ES256));
        KeyRings keyRings = KeyRings.load(directory, 2, JwsEngine.PLAIN);
        KeyRing good = keyRings.requireComplete();
        assertThat(keyRings.isEphemeral()).isFalse();

        KeyFiles.write(directory, "2.pem", KeyFiles.utf8("no key"));
        PollResult poll = keyRings.poll();
        assertThat(poll.outcome()).isEqualTo(PollResult.Outcome.REFUSED);
        assertThat(keyRings.lastError()).isEqualTo(poll.error()).isPresent();
        assertThat(keyRings.require()).isSameAs(good);

        KeyFiles.write(directory, "2.pem", KeyFiles.pkcs8(Algorithm.ES384));
        assertThat(keyRings.poll().ring()).isEqualTo(keyRings.ring());
        assertThat(keyRings.lastError()).isEmpty();
        assertThat(good.keys()).as("a request that holds the old ring keeps it").hasSize(1);

        assertThatThrownBy(() -> keyRings.makeFirstKey(Algorithm.ES256, () -> GeneratedKey.of(Algorithm.ES256)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keyRings.makeEphemeralKeys(Algorithm.ES256)).isInstanceOf(IllegalStateException.class);
        Files.delete(directory.resolve("2.pem"));
        assertThat(keyRings.poll().outcome()).isEqualTo(PollResult.Outcome.SWAPPED);
    }

    @Test
    void aDirectoryThatIsMissingOrEmptyIsAnErrorAtStartUp() {
        assertThatThrownBy(() -> KeyRings.load(directory, 2, JwsEngine.PLAIN)).isInstanceOf(InvalidFileException.class);
        assertThatThrownBy(() -> KeyRings.load(directory.resolve("absent"), 2, JwsEngine.PLAIN))
                .isInstanceOf(InvalidFileException.class);
    }
}
