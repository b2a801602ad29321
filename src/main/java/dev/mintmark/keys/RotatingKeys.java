package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keys that this process generates when an algorithm is first needed, and replaces on demand. For tests in one JVM. */
public final class RotatingKeys {
    private final KeyRings rings;
    private final List<CheckedKey> keys = new ArrayList<>();
    private final Map<Algorithm, CheckedKey> active = new EnumMap<>(Algorithm.class);
    private int generation;

    /**
     * Creates rings without a key.
     *
     * @param timeout how long a request waits for the first key
     * @param engine signs with the keys
     */
    public RotatingKeys(Duration timeout, JwsEngine engine) {
        this.rings = KeyRings.ephemeral(timeout, engine);
    }

    /** The rings of these keys. */
    public KeyRings rings() {
        return rings;
    }

    /** Generates a key of the algorithm unless one signs already. */
    public synchronized void require(Algorithm algorithm) {
        if (!active.containsKey(algorithm)) {
            rotate(algorithm);
        }
    }

    /**
     * Generates a key that signs from now on. An earlier key of the algorithm is retired: it verifies.
     *
     * @return the {@code kid} of the new key
     */
    public synchronized String rotate(Algorithm algorithm) {
        CheckedKey key = EphemeralKeys.fresh(algorithm);
        keys.add(key);
        active.put(algorithm, key);
        publish();
        return key.keyId();
    }

    /** Removes the retired keys: tokens that they signed do not verify any more. */
    public synchronized void removeRetired() {
        keys.retainAll(active.values());
        publish();
    }

    private void publish() {
        generation++;
        rings.put(KeyRing.of(keys, key -> active.containsValue(key) ? KeyState.ACTIVE : KeyState.RETIRED, generation));
    }
}
