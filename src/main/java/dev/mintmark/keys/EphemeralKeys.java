package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import java.util.Arrays;
import java.util.List;

/**
 * Keys for a service without a directory: one for each algorithm, generated at start-up and lost when the process ends.
 */
public final class EphemeralKeys {
    private EphemeralKeys() {}

    /** A complete ring; its six RSA keys take a second or more of CPU. */
    public static KeyRing ring() {
        return complete(fresh(Algorithm.RS256));
    }

    /** A complete ring that includes an existing key. */
    static KeyRing complete(CheckedKey first) {
        // In the order of the algorithms, so that the order of the JWKS does not depend on the first key.
        List<CheckedKey> keys = Arrays.stream(Algorithm.values())
                .map(algorithm -> algorithm == first.algorithm() ? first : fresh(algorithm))
                .toList();
        return KeyRing.of(keys, key -> KeyState.ACTIVE, 1);
    }

    static CheckedKey fresh(Algorithm algorithm) {
        return CheckedKey.ofGenerated(GeneratedKey.of(algorithm), algorithm);
    }
}
