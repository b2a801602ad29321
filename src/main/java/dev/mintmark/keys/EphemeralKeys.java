package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import java.util.Arrays;
import java.util.List;

/** Keys for a service without a directory: one for each algorithm, made now and gone with the process. */
public final class EphemeralKeys {
    private EphemeralKeys() {}

    /** A complete ring; takes a second or more of CPU for its six RSA keys. */
    public static KeyRing ring() {
        return complete(fresh(Algorithm.RS256));
    }

    /** A complete ring with a key that is there already. */
    static KeyRing complete(CheckedKey first) {
        // By algorithm, so that the JWKS has one order whichever came first.
        List<CheckedKey> keys = Arrays.stream(Algorithm.values())
                .map(algorithm -> algorithm == first.algorithm() ? first : fresh(algorithm))
                .toList();
        return KeyRing.of(keys, key -> KeyState.ACTIVE, 1);
    }

    static CheckedKey fresh(Algorithm algorithm) {
        return CheckedKey.ofGenerated(GeneratedKey.of(algorithm), algorithm);
    }
}
