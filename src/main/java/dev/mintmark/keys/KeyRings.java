package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwsEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Holds the current ring in one reference. A request reads the reference once. Ephemeral keys become available in two
 * steps: first a ring with one algorithm, then the complete ring. An earlier request waits on its own thread for a
 * limited time, and does not generate keys itself.
 */
public final class KeyRings {
    private final Optional<DirectoryKeys> source;
    private final Duration timeout;
    private final JwsEngine engine;
    private final CountDownLatch firstKey = new CountDownLatch(1);
    private final CountDownLatch allKeys = new CountDownLatch(1);
    private final CountDownLatch demand = new CountDownLatch(1);
    private volatile Content content;
    private Optional<CheckedKey> first = Optional.empty();

    /** The state that changes atomically. */
    private record Content(Optional<KeyRing> ring, Optional<String> error) {}

    private KeyRings(Optional<DirectoryKeys> source, Duration timeout, JwsEngine engine) {
        this.source = source;
        this.timeout = timeout;
        this.engine = engine;
        this.content = new Content(source.map(DirectoryKeys::ring), Optional.empty());
    }

    /**
     * Loads the keys of a directory.
     *
     * @param announcePolls for how many polls a key is announced if it is to sign when it is first seen
     * @param engine signs with the keys
     * @throws InvalidFileException if the directory is missing, unreadable, empty or invalid
     */
    public static KeyRings load(Path directory, int announcePolls, JwsEngine engine) {
        DirectoryKeys source = DirectoryKeys.load(new KeyDirectory(directory), announcePolls, engine);
        return new KeyRings(Optional.of(source), Duration.ZERO, engine);
    }

    /**
     * Creates key rings that are empty until {@link #makeEphemeralKeys} has run.
     *
     * @param timeout how long a request waits for a key that is being generated, before it fails with 503
     * @param engine signs with the keys
     */
    public static KeyRings ephemeral(Duration timeout, JwsEngine engine) {
        return new KeyRings(Optional.empty(), timeout, engine);
    }

    /**
     * Makes the first key available, unless there is one.
     *
     * @param fresh supplies a key of the algorithm, with {@code kid}
     * @throws IllegalStateException if the keys come from a directory
     */
    public void makeFirstKey(Algorithm algorithm, Supplier<Jwk> fresh) {
        var unused = firstKey(algorithm, fresh);
    }

    /**
     * Waits until a request needs the complete ring, but at most for the given time; generating the keys earlier would
     * delay other work.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitDemand(Duration headway) throws InterruptedException {
        var unused = demand.await(headway.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Generates all ephemeral keys. Takes a second or more, so it needs a separate thread.
     *
     * @param first the algorithm whose key becomes available first, unless there is a first key
     * @throws IllegalStateException if the keys come from a directory
     */
    public void makeEphemeralKeys(Algorithm first) {
        put(EphemeralKeys.complete(firstKey(first, () -> GeneratedKey.of(first))));
    }

    private synchronized CheckedKey firstKey(Algorithm algorithm, Supplier<Jwk> fresh) {
        if (!isEphemeral()) {
            throw new IllegalStateException("The keys come from a directory");
        }
        CheckedKey key = first.orElseGet(() -> CheckedKey.ofGenerated(fresh.get(), algorithm));
        if (first.isEmpty()) {
            first = Optional.of(key);
            put(KeyRing.incomplete(List.of(key)));
        }
        return key;
    }

    /** Replaces the ring of generated keys. */
    void put(KeyRing ring) {
        content = new Content(Optional.of(ring.by(engine)), Optional.empty());
        firstKey.countDown();
        if (ring.isComplete()) {
            allKeys.countDown();
        }
    }

    /** Reads the directory once and swaps in a valid new generation. Without a directory, nothing changes. */
    public PollResult poll() {
        return source.map(this::poll).orElseGet(() -> PollResult.unchanged(false));
    }

    private synchronized PollResult poll(DirectoryKeys keys) {
        PollResult poll = keys.poll();
        content = new Content(poll.ring().or(() -> content.ring()), poll.error());
        return poll;
    }

    /** The current ring, complete or not; empty until the first ephemeral key is generated. */
    public Optional<KeyRing> ring() {
        return content.ring();
    }

    /**
     * The ring for minting and verifying, complete or not.
     *
     * @throws KeysUnavailableException if there is no ring within the timeout
     */
    public KeyRing require() {
        return ring().or(() -> await(firstKey)).orElseThrow(KeysUnavailableException::new);
    }

    /** The complete ring, if it exists. A call starts its generation. */
    public Optional<KeyRing> complete() {
        demand.countDown();
        return ring().filter(KeyRing::isComplete);
    }

    /**
     * The complete ring, for publishing: a cached JWKS must not lack a key.
     *
     * @throws KeysUnavailableException if the ring is not complete within the timeout
     */
    public KeyRing requireComplete() {
        return complete()
                .or(() -> await(allKeys))
                .filter(KeyRing::isComplete)
                .orElseThrow(KeysUnavailableException::new);
    }

    /**
     * Key rings fixed to the current complete ring, for long-running work.
     *
     * @throws KeysUnavailableException as {@link #requireComplete} does
     */
    public KeyRings snapshot() {
        KeyRings snapshot = new KeyRings(Optional.empty(), Duration.ZERO, engine);
        snapshot.put(requireComplete());
        return snapshot;
    }

    private Optional<KeyRing> await(CountDownLatch latch) {
        try {
            return latch.await(timeout.toMillis(), TimeUnit.MILLISECONDS) ? ring() : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What signs with the keys of these rings, and with the caller's own keys. */
    public JwsEngine engine() {
        return engine;
    }

    /** Whether this process generates the keys. */
    public boolean isEphemeral() {
        return source.isEmpty();
    }

    /** Why the directory was rejected at the last poll; empty if it is valid. */
    public Optional<String> lastError() {
        return content.error();
    }
}
