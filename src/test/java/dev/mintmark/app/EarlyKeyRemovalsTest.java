package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mintmark.FixedClock;
import dev.mintmark.app.EarlyKeyRemovals.Removal;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.Pem;
import dev.mintmark.keys.KeyRings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyKeyRemovalsTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Jwk OLD = GeneratedKey.of(Algorithm.ES256);

    @TempDir
    Path directory;

    private final FixedClock clock = new FixedClock(START);
    private final EarlyKeyRemovals removals = new EarlyKeyRemovals(clock, LIFE);

    private KeyRings keyRings;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(directory.resolve("1.pem"), Pem.insecurePrivateText(OLD));
        keyRings = KeyRings.load(directory, 0, JwsEngine.PLAIN);
        assertThat(removals.next(keyRings.require())).isEmpty();
    }

    @Test
    void aKeyRemovedWhileActiveIsAnEarlyRemoval() throws IOException {
        write("2.pem");
        Files.delete(directory.resolve("1.pem"));

        assertThat(next(100))
                .containsExactly(new Removal(
                        OLD.thumbprint(),
                        START.plusSeconds(100),
                        START.plusSeconds(100).plus(LIFE)));
        assertThat(poll(101)).as("told once").isEmpty();
    }

    @Test
    void removingARetiredKeyIsEarlyUntilItsLastTokensHaveExpired() throws IOException {
        write("2.pem");
        assertThat(next(100)).isEmpty();
        // A published key does not necessarily sign.
        write("3.pem");
        assertThat(next(2000)).isEmpty();
        Files.delete(directory.resolve("1.pem"));

        assertThat(next(3699)).extracting(Removal::lastActive).containsExactly(START.plusSeconds(100));
    }

    @Test
    void removingAKeyThatStayedLongEnoughIsNotEarly() throws IOException {
        write("2.pem");
        assertThat(next(100)).isEmpty();
        Files.delete(directory.resolve("1.pem"));

        assertThat(next(3700)).isEmpty();
    }

    @Test
    void removingAKeyThatNeverSignedIsNotEarly() throws IOException {
        Files.writeString(directory.resolve("active"), "1.pem");
        write("2.pem");
        assertThat(next(100)).isEmpty();
        Files.delete(directory.resolve("2.pem"));

        assertThat(next(101)).isEmpty();
    }

    /** The early removals reported when the changed directory is loaded at this second. */
    private List<Removal> next(int second) {
        clock.set(START.plusSeconds(second));
        return removals.next(keyRings.poll().ring().orElseThrow());
    }

    private List<Removal> poll(int second) {
        clock.set(START.plusSeconds(second));
        return removals.next(keyRings.require());
    }

    private void write(String name) throws IOException {
        Files.writeString(directory.resolve(name), Pem.insecurePrivateText(GeneratedKey.of(Algorithm.ES256)));
    }
}
