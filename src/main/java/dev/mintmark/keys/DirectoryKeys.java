package dev.mintmark.keys;

import dev.mintmark.jose.JwsEngine;
import java.util.Optional;

/**
 * The keys of a directory across its generations. A timer calls {@link #poll()}. A generation with errors changes
 * nothing.
 */
public final class DirectoryKeys {
    private final KeyDirectory directory;
    private final int announcePolls;
    private final JwsEngine engine;
    private int polls;
    private String fingerprint;
    private Rotation rotation;
    private KeyRing ring;
    private Optional<Rejection> error = Optional.empty();

    /**
     * A rejected generation; it is checked once, not at every poll.
     *
     * @param fingerprint the fingerprint of the generation, or empty if the directory could not be read
     */
    private record Rejection(String fingerprint, String reason) {}

    private DirectoryKeys(KeyDirectory directory, int announcePolls, JwsEngine engine, DirectorySnapshot snapshot) {
        this.directory = directory;
        this.announcePolls = announcePolls;
        this.engine = engine;
        this.fingerprint = snapshot.fingerprint();
        this.rotation = Rotation.start(KeyGeneration.check(snapshot));
        this.ring = KeyRing.of(rotation.generation().keys(), rotation::state, 1).by(engine);
    }

    /**
     * Reads the first generation.
     *
     * @param announcePolls for how many polls a key is announced if it is to sign when it is first seen; 0 for none
     * @param engine signs with the keys
     * @throws InvalidFileException if the directory is missing, unreadable, empty or invalid
     */
    public static DirectoryKeys load(KeyDirectory directory, int announcePolls, JwsEngine engine) {
        return new DirectoryKeys(directory, announcePolls, engine, directory.read());
    }

    /** The last valid ring. */
    public synchronized KeyRing ring() {
        return ring;
    }

    /** Reads the directory once. Never throws for the content of the directory. */
    public synchronized PollResult poll() {
        polls++;
        DirectorySnapshot snapshot;
        try {
            snapshot = directory.read();
        } catch (InvalidFileException e) {
            return reject(new Rejection("", e.detail()));
        }
        Optional<Rejection> known = error.filter(r -> r.fingerprint().equals(snapshot.fingerprint()));
        if (known.isPresent()) {
            return reject(known.get());
        }
        try {
            return accept(snapshot);
        } catch (InvalidFileException e) {
            return reject(new Rejection(snapshot.fingerprint(), e.detail()));
        }
    }

    private PollResult accept(DirectorySnapshot snapshot) {
        boolean same = snapshot.fingerprint().equals(fingerprint);
        KeyGeneration generation = same ? rotation.generation() : KeyGeneration.check(snapshot);
        Rotation next = rotation.next(generation, polls, announcePolls);
        boolean unchanged = same && next.hasStatesOf(rotation);
        boolean recovered = error.isPresent();
        fingerprint = snapshot.fingerprint();
        rotation = next;
        error = Optional.empty();
        if (unchanged) {
            return PollResult.unchanged(recovered);
        }
        ring = KeyRing.of(generation.keys(), next::state, ring.generation() + 1).by(engine);
        return PollResult.swapped(ring);
    }

    private PollResult reject(Rejection now) {
        boolean isNews = !error.equals(Optional.of(now));
        error = Optional.of(now);
        return PollResult.refused(now.reason(), isNews);
    }
}
