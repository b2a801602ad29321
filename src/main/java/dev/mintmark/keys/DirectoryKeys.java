package dev.mintmark.keys;

import java.util.Optional;

/** The keys of a directory through its generations. The timer calls {@link #poll()}; a bad generation changes nothing. */
public final class DirectoryKeys {
    private final KeyDirectory directory;
    private final int announcePolls;
    private int polls;
    private String fingerprint;
    private Rotation rotation;
    private KeyRing ring;
    private Optional<Refusal> error = Optional.empty();

    /**
     * A generation that was refused; it is checked once, not at every poll.
     *
     * @param fingerprint the generation's, or empty where not even that could be read
     */
    private record Refusal(String fingerprint, String reason) {}

    private DirectoryKeys(KeyDirectory directory, int announcePolls, DirectorySnapshot snapshot) {
        this.directory = directory;
        this.announcePolls = announcePolls;
        this.fingerprint = snapshot.fingerprint();
        this.rotation = Rotation.start(KeyGeneration.check(snapshot));
        this.ring = KeyRing.of(rotation.generation().keys(), rotation::state, 1);
    }

    /**
     * Reads the first generation.
     *
     * @param announcePolls how many polls a key is announced for that is first seen when it is to sign; 0 is none
     * @throws InvalidFileException if the directory is missing, unreadable, empty or bad
     */
    public static DirectoryKeys load(KeyDirectory directory, int announcePolls) {
        return new DirectoryKeys(directory, announcePolls, directory.read());
    }

    /** The last good ring. */
    public synchronized KeyRing ring() {
        return ring;
    }

    /** Looks at the directory once; never throws for what it finds there. */
    public synchronized PollResult poll() {
        polls++;
        DirectorySnapshot snapshot;
        try {
            snapshot = directory.read();
        } catch (InvalidFileException e) {
            return refuse(new Refusal("", e.detail()));
        }
        Optional<Refusal> known = error.filter(r -> r.fingerprint().equals(snapshot.fingerprint()));
        if (known.isPresent()) {
            return refuse(known.get());
        }
        try {
            return accept(snapshot);
        } catch (InvalidFileException e) {
            return refuse(new Refusal(snapshot.fingerprint(), e.detail()));
        }
    }

    private PollResult accept(DirectorySnapshot snapshot) {
        boolean same = snapshot.fingerprint().equals(fingerprint);
        KeyGeneration generation = same ? rotation.generation() : KeyGeneration.check(snapshot);
        Rotation next = rotation.next(generation, polls, announcePolls);
        boolean unchanged = same && next.hasStatesOf(rotation);
        boolean healed = error.isPresent();
        fingerprint = snapshot.fingerprint();
        rotation = next;
        error = Optional.empty();
        if (unchanged) {
            return PollResult.unchanged(healed);
        }
        ring = KeyRing.of(generation.keys(), next::state, ring.generation() + 1);
        return PollResult.swapped(ring);
    }

    private PollResult refuse(Refusal now) {
        boolean isNews = !error.equals(Optional.of(now));
        error = Optional.of(now);
        return PollResult.refused(now.reason(), isNews);
    }
}
