package dev.mintmark.app;

import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyState;
import dev.mintmark.keys.RingKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Detects keys that leave the ring while tokens that they signed may still be valid. It knows only what this process has
 * seen: after a restart, it does not know keys that were retired before.
 */
final class EarlyKeyRemovals {
    private final Clock clock;
    private final Duration maxLifetime;
    /** By key id and thumbprint. */
    private final Map<String, Removal> seen = new HashMap<>();

    /**
     * A key that left the ring.
     *
     * @param keyId its id
     * @param lastActive the last time at which it could sign
     * @param missedUntil the time until which it should stay published
     */
    record Removal(String keyId, Instant lastActive, Instant missedUntil) {}

    /** @param maxLifetime the longest default lifetime of a token */
    EarlyKeyRemovals(Clock clock, Duration maxLifetime) {
        this.clock = clock;
        this.maxLifetime = maxLifetime;
    }

    /** Takes the next ring, including the first one, and returns the keys that left too early. */
    List<Removal> next(KeyRing ring) {
        Instant now = clock.instant();
        // A key that was active until now could sign until now.
        seen.replaceAll((key, known) -> known.lastActive().equals(Instant.MAX) ? left(known.keyId(), now) : known);
        Set<String> present = ring.keys().stream().map(EarlyKeyRemovals::name).collect(Collectors.toSet());
        List<Removal> early = new ArrayList<>(seen.values());
        early.removeIf(removal -> !removal.missedUntil().isAfter(now));
        seen.keySet().removeIf(key -> !present.contains(key));
        early.removeAll(seen.values());
        for (RingKey key : ring.keys()) {
            if (key.state() == KeyState.ACTIVE) {
                seen.put(name(key), new Removal(key.keyId(), Instant.MAX, Instant.MAX));
            }
        }
        return early;
    }

    private Removal left(String keyId, Instant lastActive) {
        return new Removal(keyId, lastActive, lastActive.plus(maxLifetime));
    }

    private static String name(RingKey key) {
        return key.keyId() + ' ' + key.jwk().thumbprint();
    }
}
