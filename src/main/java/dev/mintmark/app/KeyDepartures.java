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
final class KeyDepartures {
    private final Clock clock;
    private final Duration longestLife;
    /** By the key, whatever its id. */
    private final Map<String, Departure> seen = new HashMap<>();

    /**
     * A key that left.
     *
     * @param keyId its id
     * @param lastActive when it could last sign
     * @param missedUntil until then it should have stayed
     */
    record Departure(String keyId, Instant lastActive, Instant missedUntil) {}

    /** @param longestLife of a token that nobody asked another life for */
    KeyDepartures(Clock clock, Duration longestLife) {
        this.clock = clock;
        this.longestLife = longestLife;
    }

    /** Takes the next ring, the first one too, and tells which keys left too early. */
    List<Departure> next(KeyRing ring) {
        Instant now = clock.instant();
        // What was active until this very moment signed until now.
        seen.replaceAll((key, known) -> known.lastActive().equals(Instant.MAX) ? left(known.keyId(), now) : known);
        Set<String> present = ring.keys().stream().map(KeyDepartures::name).collect(Collectors.toSet());
        List<Departure> early = new ArrayList<>(seen.values());
        early.removeIf(departure -> !departure.missedUntil().isAfter(now));
        seen.keySet().removeIf(key -> !present.contains(key));
        early.removeAll(seen.values());
        for (RingKey key : ring.keys()) {
            if (key.state() == KeyState.ACTIVE) {
                seen.put(name(key), new Departure(key.keyId(), Instant.MAX, Instant.MAX));
            }
        }
        return early;
    }

    private Departure left(String keyId, Instant lastActive) {
        return new Departure(keyId, lastActive, lastActive.plus(longestLife));
    }

    private static String name(RingKey key) {
        return key.keyId() + ' ' + key.jwk().thumbprint();
    }
}
