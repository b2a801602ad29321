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
    private Optional<Refusal> refusal = Optional.empty();

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
     * @throws KeysRefusedException if the directory is missing, unreadable, empty or bad
     */
    public static DirectoryKeys load(KeyDirectory directory, int announcePolls) {
        return new DirectoryKeys(directory, announcePolls, directory.read());
    }

    /** The last good ring. */
    public synchronized KeyRing ring() {
        return ring;
    }

    /** Looks at the directory once; never throws for what it finds there. */
    public synchronized Poll poll() {
        polls++;
        DirectorySnapshot snapshot;
        try {
            snapshot = directory.read();
        } catch (KeysRefusedException e) {
            return refuse(new Refusal("", e.detail()));
        }
        Optional<Refusal> known = refusal.filter(r -> r.fingerprint().equals(snapshot.fingerprint()));
        if (known.isPresent()) {
            return refuse(known.get());
        }
        try {
            return accept(snapshot);
        } catch (KeysRefusedException e) {
            return refuse(new Refusal(snapshot.fingerprint(), e.detail()));
        }
    }

    private Poll accept(DirectorySnapshot snapshot) {
        boolean same = snapshot.fingerprint().equals(fingerprint);
        KeyGeneration generation = same ? rotation.generation() : KeyGeneration.check(snapshot);
        Rotation next = rotation.next(generation, polls, announcePolls);
        boolean unchanged = same && next.hasStatesOf(rotation);
        boolean healed = refusal.isPresent();
        fingerprint = snapshot.fingerprint();
        rotation = next;
        refusal = Optional.empty();
        if (unchanged) {
            return Poll.unchanged(healed);
        }
        ring = KeyRing.of(generation.keys(), next::state, ring.generation() + 1);
        return Poll.swapped(ring);
    }

    private Poll refuse(Refusal now) {
        boolean isNews = !refusal.equals(Optional.of(now));
        refusal = Optional.of(now);
        return Poll.refused(now.reason(), isNews);
    }
}
