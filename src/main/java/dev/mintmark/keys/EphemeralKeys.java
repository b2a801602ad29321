package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.FreshKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Keys for a service without a directory: one for each algorithm, made now and gone with the process. */
public final class EphemeralKeys {
    private EphemeralKeys() {}

    /** A complete ring; takes a second or more of CPU for its six RSA keys. */
    public static KeyRing ring() {
        AtomicReference<KeyRing> ring = new AtomicReference<>();
        make(Algorithm.RS256, ring::set);
        return ring.get();
    }

    /** Makes the first algorithm's key and gives a ring of it, then the others and gives the complete ring. */
    static void make(Algorithm first, Consumer<KeyRing> sink) {
        // By algorithm, so that the JWKS has one order whichever came first.
        Map<Algorithm, CheckedKey> keys = new EnumMap<>(Algorithm.class);
        keys.put(first, fresh(first));
        sink.accept(KeyRing.incomplete(List.copyOf(keys.values())));
        Arrays.stream(Algorithm.values())
                .filter(other -> other != first)
                .forEach(other -> keys.put(other, fresh(other)));
        sink.accept(KeyRing.of(List.copyOf(keys.values()), key -> KeyState.ACTIVE, 1));
    }

    private static CheckedKey fresh(Algorithm algorithm) {
        return CheckedKey.ofFresh(FreshKey.of(algorithm), algorithm);
    }
}
