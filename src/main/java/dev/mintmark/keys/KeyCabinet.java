package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds the current ring behind one reference. A request asks once and keeps the answer. Ephemeral keys come in two
 * steps: first a ring of one algorithm, enough to mint with it, then the complete one.
 */
public final class KeyCabinet {
    private final Optional<DirectoryKeys> source;
    private volatile Content content;

    /** What changes together. */
    private record Content(Optional<KeyRing> ring, Optional<String> refusal) {}

    private KeyCabinet(Optional<DirectoryKeys> source) {
        this.source = source;
        this.content = new Content(source.map(DirectoryKeys::ring), Optional.empty());
    }

    /**
     * A cabinet of the keys in a directory.
     *
     * @param announcePolls how many polls a key is announced for that is first seen when it is to sign
     * @throws KeysRefusedException if the directory is missing, unreadable, empty or bad
     */
    public static KeyCabinet load(Path directory, int announcePolls) {
        return new KeyCabinet(Optional.of(DirectoryKeys.load(new KeyDirectory(directory), announcePolls)));
    }

    /** A cabinet that is empty until {@link #makeEphemeralKeys} has run. */
    public static KeyCabinet ephemeral() {
        return new KeyCabinet(Optional.empty());
    }

    /**
     * Fills an ephemeral cabinet; takes a second or more, so it wants a thread of its own.
     *
     * @param first the algorithm whose key is made and offered first
     * @throws IllegalStateException if the cabinet has a directory
     */
    public void makeEphemeralKeys(Algorithm first) {
        if (!isEphemeral()) {
            throw new IllegalStateException("The keys of this cabinet come from a directory");
        }
        EphemeralKeys.make(first, ring -> content = new Content(Optional.of(ring), Optional.empty()));
    }

    /** Looks at the directory once and swaps a good new generation in; without a directory nothing ever changes. */
    public Poll poll() {
        return source.map(this::poll).orElseGet(() -> Poll.unchanged(false));
    }

    private synchronized Poll poll(DirectoryKeys keys) {
        Poll poll = keys.poll();
        content = new Content(poll.ring().or(() -> content.ring()), poll.refusal());
        return poll;
    }

    /** The ring there is, complete or not; empty until the first ephemeral key is made. */
    public Optional<KeyRing> ring() {
        return content.ring();
    }

    /**
     * The ring to mint and verify with, complete or not.
     *
     * @throws KeysUnavailableException if there is none yet
     */
    public KeyRing require() {
        return ring().orElseThrow(KeysUnavailableException::new);
    }

    /**
     * The ring to publish: a JWKS that is cached must not lack a key.
     *
     * @throws KeysUnavailableException if it is not complete yet
     */
    public KeyRing requireComplete() {
        return ring().filter(KeyRing::isComplete).orElseThrow(KeysUnavailableException::new);
    }

    /** Whether the keys are, or will be, made by this process. */
    public boolean isEphemeral() {
        return source.isEmpty();
    }

    /** Why the directory was refused at the last poll; empty as soon as it is good again. */
    public Optional<String> lastRefusal() {
        return content.refusal();
    }
}
