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
 * Notices keys that leave the ring so soon after they could last sign that tokens may outlive them. Knows what this
 * process saw: after a restart, nothing of keys that were retired before.
 */
final class EarlyKeyRemovals {
    private final Clock clock;
    private final Duration maxLifetime;
    /** By the key, whatever its id. */
    private final Map<String, Removal> seen = new HashMap<>();

    /**
     * A key that left.
     *
     * @param keyId its id
     * @param lastActive when it could last sign
     * @param missedUntil until then it should have stayed
     */
    record Removal(String keyId, Instant lastActive, Instant missedUntil) {}

    /** @param maxLifetime of a token that nobody asked another life for */
    EarlyKeyRemovals(Clock clock, Duration maxLifetime) {
        this.clock = clock;
        this.maxLifetime = maxLifetime;
    }

    /** Takes the next ring, the first one too, and tells which keys left too early. */
    List<Removal> next(KeyRing ring) {
        Instant now = clock.instant();
        // What was active until this very moment signed until now.
        seen.replaceAll((key, known) -> known.lastActive().equals(Instant.MAX) ? left(known.keyId(), now) : known);
        Set<String> present = ring.keys().stream().map(EarlyKeyRemovals::name).collect(Collectors.toSet());
        List<Removal> early = new ArrayList<>(seen.values());
        early.removeIf(departure -> !departure.missedUntil().isAfter(now));
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
