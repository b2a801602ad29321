package dev.mintmark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.FreshKey;
import dev.mintmark.jose.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCabinetTest {
    @TempDir
    Path directory;

    @Test
    void anEphemeralCabinetIsEmptyUntilItsKeysAreMade() {
        KeyCabinet cabinet = KeyCabinet.ephemeral(Duration.ZERO);
        assertThat(cabinet.isEphemeral()).isTrue();
        assertThat(cabinet.ring()).isEmpty();
        assertThatThrownBy(cabinet::require).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(cabinet::requireComplete).isInstanceOf(KeysUnavailableException.class);
        assertThat(cabinet.poll()).isEqualTo(Poll.unchanged(false));

        cabinet.makeEphemeralKeys(Algorithm.ES256);
        assertThat(cabinet.requireComplete()).isSameAs(cabinet.require());
        assertThat(cabinet.poll()).isEqualTo(Poll.unchanged(false));
        assertThat(cabinet.ring()).isPresent();
    }

    @Test
    void aRequestThatComesTooEarlyWaitsForTheKeysItNeeds() throws InterruptedException {
        KeyCabinet cabinet = KeyCabinet.ephemeral(Duration.ofMinutes(1));
        AtomicReference<KeyRing> some = new AtomicReference<>();
        AtomicReference<KeyRing> complete = new AtomicReference<>();
        Thread first = new Thread(() -> some.set(cabinet.require()));
        Thread all = new Thread(() -> complete.set(cabinet.requireComplete()));
        first.start();
        all.start();

        cabinet.makeEphemeralKeys(Algorithm.HS256);

        first.join(60_000);
        all.join(60_000);
        assertThat(some.get().signer(Algorithm.HS256)).isPresent();
        assertThat(complete.get().isComplete()).isTrue();
    }

    @Test
    void theOtherKeysWaitUntilSomebodyAsksForAll() throws InterruptedException {
        KeyCabinet cabinet = KeyCabinet.ephemeral(Duration.ofMinutes(1));
        cabinet.awaitDemand(Duration.ofMillis(1));
        Thread keeper = keeperOf(cabinet);
        cabinet.makeFirstKey(Algorithm.HS256, () -> FreshKey.of(Algorithm.HS256));
        assertThat(cabinet.require().isComplete())
                .as("a token of the first algorithm needs no other")
                .isFalse();
        keeper.join(200);
        assertThat(keeper.isAlive()).isTrue();

        assertThat(cabinet.complete()).as("who asks need not wait").isEmpty();
        keeper.join(60_000);
        assertThat(cabinet.complete()).isPresent();
    }

    @Test
    void aJwksThatIsAskedForAtOnceHasAllKeys() throws InterruptedException {
        KeyCabinet cabinet = KeyCabinet.ephemeral(Duration.ofMinutes(1));
        Thread keeper = keeperOf(cabinet);
        assertThat(cabinet.requireComplete().isComplete()).isTrue();
        keeper.join(60_000);
    }

    /** Makes all keys as soon as somebody asks for them. */
    private static Thread keeperOf(KeyCabinet cabinet) {
        Thread keeper = new Thread(() -> {
            try {
                cabinet.awaitDemand(Duration.ofHours(1));
                cabinet.makeEphemeralKeys(Algorithm.HS256);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        keeper.start();
        return keeper;
    }

    @Test
    void theFirstAlgorithmIsOfferedBeforeTheOthersAreReady() {
        KeyCabinet cabinet = KeyCabinet.ephemeral(Duration.ZERO);
        cabinet.makeFirstKey(Algorithm.EDDSA, () -> FreshKey.of(Algorithm.EDDSA));
        KeyRing first = cabinet.require();
        assertThat(first.algorithms()).containsExactly(Algorithm.EDDSA);
        assertThat(first.isComplete()).isFalse();
        assertThat(first.isEphemeral()).isTrue();

        assertThatThrownBy(cabinet::requireComplete).isInstanceOf(KeysUnavailableException.class);

        cabinet.makeFirstKey(Algorithm.EDDSA, () -> FreshKey.of(Algorithm.EDDSA));
        assertThat(cabinet.require()).isSameAs(first);

        cabinet.makeEphemeralKeys(Algorithm.EDDSA);
        KeyRing all = cabinet.require();
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
    void aCabinetOfADirectoryKeepsTheLastGoodRingAndSaysWhatIsWrong() throws IOException {
        KeyFiles.write(directory, "1.pem", KeyFiles.pkcs8(Algorithm.ES256));
        KeyCabinet cabinet = KeyCabinet.load(directory, 2);
        KeyRing good = cabinet.requireComplete();
        assertThat(cabinet.isEphemeral()).isFalse();

        KeyFiles.write(directory, "2.pem", KeyFiles.utf8("no key"));
        Poll poll = cabinet.poll();
        assertThat(poll.outcome()).isEqualTo(Poll.Outcome.REFUSED);
        assertThat(cabinet.lastRefusal()).isEqualTo(poll.refusal()).isPresent();
        assertThat(cabinet.require()).isSameAs(good);

        KeyFiles.write(directory, "2.pem", KeyFiles.pkcs8(Algorithm.ES384));
        assertThat(cabinet.poll().ring()).isEqualTo(cabinet.ring());
        assertThat(cabinet.lastRefusal()).isEmpty();
        assertThat(good.keys()).as("a request that holds the old ring keeps it").hasSize(1);

        assertThatThrownBy(() -> cabinet.makeFirstKey(Algorithm.ES256, () -> FreshKey.of(Algorithm.ES256)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cabinet.makeEphemeralKeys(Algorithm.ES256)).isInstanceOf(IllegalStateException.class);
        Files.delete(directory.resolve("2.pem"));
        assertThat(cabinet.poll().outcome()).isEqualTo(Poll.Outcome.SWAPPED);
    }

    @Test
    void aDirectoryThatIsMissingOrEmptyIsAnErrorAtStartUp() {
        assertThatThrownBy(() -> KeyCabinet.load(directory, 2)).isInstanceOf(KeysRefusedException.class);
        assertThatThrownBy(() -> KeyCabinet.load(directory.resolve("absent"), 2))
                .isInstanceOf(KeysRefusedException.class);
    }
}
