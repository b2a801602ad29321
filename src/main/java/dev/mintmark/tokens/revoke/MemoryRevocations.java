package dev.mintmark.tokens.revoke;

import dev.mintmark.tokens.Revocation;
import dev.mintmark.tokens.RevocationKey;
import dev.mintmark.tokens.Revocations;
import dev.mintmark.tokens.RevocationsUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Revocations of this process, lost when it stops. At its bound the store rejects new entries and evicts no live ones,
 * because eviction would make a revoked token valid again. Reads take no lock.
 */
public final class MemoryRevocations implements Revocations {
    /** The shortest interval between sweeps of expired entries; a sweep visits every entry. */
    private static final long SWEEP_SECONDS = 60;

    private final ConcurrentHashMap<RevocationKey, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int maximum;
    private int unbound;
    private long nextSweep;
    private long earliestEnd = Long.MAX_VALUE;

    /** Seconds since 1970 as primitives, because there may be a million entries. */
    private record Entry(long since, long issuedBefore, long until, boolean bound) {
        static Entry of(Revocation revocation, Instant until, boolean bound) {
            return new Entry(
                    revocation.since().getEpochSecond(),
                    revocation.issuedBefore().getEpochSecond(),
                    until.getEpochSecond(),
                    bound);
        }

        Revocation revocation() {
            return new Revocation(Instant.ofEpochSecond(since), Instant.ofEpochSecond(issuedBefore));
        }
    }

    /**
     * @param clock the clock that expires entries
     * @param maximum number of live entries; unbound revocations take at most half of it
     */
    public MemoryRevocations(Clock clock, int maximum) {
        this.clock = clock;
        this.maximum = maximum;
    }

    @Override
    public Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
        return revoke(key, revocation, until, true);
    }

    @Override
    public Revocation revokeUnbound(RevocationKey key, Revocation revocation, Instant until) {
        return revoke(key, revocation, until, false);
    }

    private synchronized Revocation revoke(RevocationKey key, Revocation revocation, Instant until, boolean bound) {
        Entry known = live(key);
        if (known == null) {
            put(key, Entry.of(revocation, until, bound));
            return revocation;
        }
        Revocation merged = known.revocation().merge(revocation);
        Instant end = Instant.ofEpochSecond(Math.max(known.until, until.getEpochSecond()));
        put(key, Entry.of(merged, end, bound || known.bound));
        return merged;
    }

    @Override
    public List<Optional<Revocation>> isRevoked(List<RevocationKey> keys) {
        return keys.stream()
                .map(key -> Optional.ofNullable(live(key)).map(Entry::revocation))
                .toList();
    }

    @Override
    public synchronized Optional<Instant> redeemOnce(RevocationKey key, Instant now, Instant until) {
        Entry known = live(key);
        if (known == null) {
            put(key, Entry.of(Revocation.whole(now), until, true));
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(known.since));
    }

    /** Returns the number of entries, including expired ones that no sweep has removed yet. */
    public int size() {
        return entries.size();
    }

    /** Returns how many of the entries are revocations by subject or id. */
    public synchronized int unbound() {
        return unbound;
    }

    /** Returns the maximum number of entries. */
    public int maximum() {
        return maximum;
    }

    private @Nullable Entry live(RevocationKey key) {
        Entry entry = entries.get(key);
        return entry != null && entry.until > now() ? entry : null;
    }

    /** Called with the lock of this object. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // All writers are synchronized; the field is volatile for its readers.
    private void put(RevocationKey key, Entry entry) {
        long now = now();
        if (now >= nextSweep || (!hasRoom(key, entry) && now >= earliestEnd)) {
            sweep(now);
        }
        if (!hasRoom(key, entry)) {
            throw new RevocationsUnavailableException(
                    entries.size() >= maximum
                            ? "The revocation store is full"
                            : "The half of the store for revocations by subject and id is full");
        }
        earliestEnd = Math.min(earliestEnd, entry.until);
        Entry old = entries.put(key, entry);
        unbound += (entry.bound ? 0 : 1) - (old == null || old.bound ? 0 : 1);
    }

    /** An entry that is already stored may change, whatever the fill. */
    private boolean hasRoom(RevocationKey key, Entry entry) {
        if (entries.containsKey(key)) {
            return true;
        }
        return entries.size() < maximum && (entry.bound || unbound < maximum / 2);
    }

    private void sweep(long now) {
        entries.values().removeIf(entry -> entry.until <= now);
        unbound = (int) entries.values().stream().filter(entry -> !entry.bound).count();
        earliestEnd = entries.values().stream().mapToLong(Entry::until).min().orElse(Long.MAX_VALUE);
        nextSweep = now + SWEEP_SECONDS;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
