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
    private long nextSweep;
    private long earliestEnd = Long.MAX_VALUE;

    /** Seconds since 1970 as primitives, because there may be a million entries. */
    private record Entry(long since, long issuedBefore, long until) {
        static Entry of(Revocation revocation, Instant until) {
            return new Entry(
                    revocation.since().getEpochSecond(),
                    revocation.issuedBefore().getEpochSecond(),
                    until.getEpochSecond());
        }

        Revocation revocation() {
            return new Revocation(Instant.ofEpochSecond(since), Instant.ofEpochSecond(issuedBefore));
        }
    }

    /**
     * @param clock the clock that expires entries
     * @param maximum number of live entries
     */
    public MemoryRevocations(Clock clock, int maximum) {
        this.clock = clock;
        this.maximum = maximum;
    }

    @Override
    public synchronized Revocation revoke(RevocationKey key, Revocation revocation, Instant until) {
        Entry known = live(key);
        if (known == null) {
            put(key, Entry.of(revocation, until));
            return revocation;
        }
        Revocation merged = known.revocation().merge(revocation);
        put(key, Entry.of(merged, Instant.ofEpochSecond(Math.max(known.until, until.getEpochSecond()))));
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
            put(key, Entry.of(Revocation.whole(now), until));
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(known.since));
    }

    /** Returns the number of entries, including expired ones that no sweep has removed yet. */
    public int size() {
        return entries.size();
    }

    private @Nullable Entry live(RevocationKey key) {
        Entry entry = entries.get(key);
        return entry != null && entry.until > now() ? entry : null;
    }

    private void put(RevocationKey key, Entry entry) {
        long now = now();
        boolean full = entries.size() >= maximum && !entries.containsKey(key);
        if (now >= nextSweep || (full && now >= earliestEnd)) {
            sweep(now);
            full = entries.size() >= maximum && !entries.containsKey(key);
        }
        if (full) {
            throw new RevocationsUnavailableException("The store of revocations is full");
        }
        earliestEnd = Math.min(earliestEnd, entry.until);
        entries.put(key, entry);
    }

    private void sweep(long now) {
        entries.values().removeIf(entry -> entry.until <= now);
        earliestEnd = entries.values().stream().mapToLong(Entry::until).min().orElse(Long.MAX_VALUE);
        nextSweep = now + SWEEP_SECONDS;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
