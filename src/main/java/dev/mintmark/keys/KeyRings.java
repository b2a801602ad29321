package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Holds the current ring behind one reference. A request asks once and keeps the answer. Ephemeral keys come in two
 * steps: first a ring of one algorithm, enough to mint with it, then the complete one. A request that comes before them
 * waits a little on its own thread, and makes no key itself.
 */
public final class KeyRings {
    private final Optional<DirectoryKeys> source;
    private final Duration timeout;
    private final CountDownLatch firstKey = new CountDownLatch(1);
    private final CountDownLatch allKeys = new CountDownLatch(1);
    private final CountDownLatch demand = new CountDownLatch(1);
    private volatile Content content;
    private Optional<CheckedKey> first = Optional.empty();

    /** What changes together. */
    private record Content(Optional<KeyRing> ring, Optional<String> error) {}

    private KeyRings(Optional<DirectoryKeys> source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
        this.content = new Content(source.map(DirectoryKeys::ring), Optional.empty());
    }

    /**
     * A cabinet of the keys in a directory.
     *
     * @param announcePolls how many polls a key is announced for that is first seen when it is to sign
     * @throws InvalidFileException if the directory is missing, unreadable, empty or bad
     */
    public static KeyRings load(Path directory, int announcePolls) {
        return new KeyRings(Optional.of(DirectoryKeys.load(new KeyDirectory(directory), announcePolls)), Duration.ZERO);
    }

    /**
     * A cabinet that is empty until {@link #makeEphemeralKeys} has run.
     *
     * @param timeout how long a request waits for a key that is being made, before it is told to come again
     */
    public static KeyRings ephemeral(Duration timeout) {
        return new KeyRings(Optional.empty(), timeout);
    }

    /**
     * Offers the one key that is needed first, unless there is one.
     *
     * @param fresh gives a key of the algorithm, with {@code kid}
     * @throws IllegalStateException if the cabinet has a directory
     */
    public void makeFirstKey(Algorithm algorithm, Supplier<Jwk> fresh) {
        var unused = firstKey(algorithm, fresh);
    }

    /**
     * Waits until somebody asks for the complete ring, or for so long: until then its making would only be in the way.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitDemand(Duration headway) throws InterruptedException {
        var unused = demand.await(headway.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Fills an ephemeral cabinet; takes a second or more, so it wants a thread of its own.
     *
     * @param first the algorithm whose key is made and offered first, unless there is a first one
     * @throws IllegalStateException if the cabinet has a directory
     */
    public void makeEphemeralKeys(Algorithm first) {
        put(EphemeralKeys.complete(firstKey(first, () -> GeneratedKey.of(first))));
    }

    private synchronized CheckedKey firstKey(Algorithm algorithm, Supplier<Jwk> fresh) {
        if (!isEphemeral()) {
            throw new IllegalStateException("The keys of this cabinet come from a directory");
        }
        CheckedKey key = first.orElseGet(() -> CheckedKey.ofGenerated(fresh.get(), algorithm));
        if (first.isEmpty()) {
            first = Optional.of(key);
            put(KeyRing.incomplete(List.of(key)));
        }
        return key;
    }

    private void put(KeyRing ring) {
        content = new Content(Optional.of(ring), Optional.empty());
        firstKey.countDown();
        if (ring.isComplete()) {
            allKeys.countDown();
        }
    }

    /** Looks at the directory once and swaps a good new generation in; without a directory nothing ever changes. */
    public PollResult poll() {
        return source.map(this::poll).orElseGet(() -> PollResult.unchanged(false));
    }

    private synchronized PollResult poll(DirectoryKeys keys) {
        PollResult poll = keys.poll();
        content = new Content(poll.ring().or(() -> content.ring()), poll.error());
        return poll;
    }

    /** The ring there is, complete or not; empty until the first ephemeral key is made. */
    public Optional<KeyRing> ring() {
        return content.ring();
    }

    /**
     * The ring to mint and verify with, complete or not.
     *
     * @throws KeysUnavailableException if there is none yet, nor within the cabinet's patience
     */
    public KeyRing require() {
        return ring().or(() -> await(firstKey)).orElseThrow(KeysUnavailableException::new);
    }

    /** The complete ring, if it is there; whoever asks has it made soon. */
    public Optional<KeyRing> complete() {
        demand.countDown();
        return ring().filter(KeyRing::isComplete);
    }

    /**
     * The complete ring: to publish, for a JWKS that is cached must not lack a key.
     *
     * @throws KeysUnavailableException if it is not complete yet, nor within the cabinet's patience
     */
    public KeyRing requireComplete() {
        return complete()
                .or(() -> await(allKeys))
                .filter(KeyRing::isComplete)
                .orElseThrow(KeysUnavailableException::new);
    }

    /**
     * A cabinet that keeps the complete ring of this moment, for work that goes on for a while.
     *
     * @throws KeysUnavailableException as {@link #requireComplete} does
     */
    public KeyRings snapshot() {
        KeyRings snapshot = new KeyRings(Optional.empty(), Duration.ZERO);
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

    /** Whether the keys are, or will be, made by this process. */
    public boolean isEphemeral() {
        return source.isEmpty();
    }

    /** Why the directory was refused at the last poll; empty as soon as it is good again. */
    public Optional<String> lastError() {
        return content.error();
    }
}
