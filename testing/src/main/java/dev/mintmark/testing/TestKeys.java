package dev.mintmark.testing;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.RotatingKeys;

/** The keys of the issuer. They are generated in this JVM and lost when it ends. */
public final class TestKeys {
    private final RotatingKeys keys;
    private final Algorithm byDefault;

    TestKeys(RotatingKeys keys, Algorithm byDefault) {
        this.keys = keys;
        this.byDefault = byDefault;
    }

    /**
     * Generates a key that signs from now on. The JWK Set keeps the earlier key, so its tokens still verify.
     *
     * @return the {@code kid} of the new key
     */
    public String rotate() {
        return keys.rotate(byDefault);
    }

    /** Removes the earlier keys from the JWK Set, so the tokens that they signed do not verify any more. */
    public void removeRetired() {
        keys.removeRetired();
    }

    void require(Algorithm algorithm) {
        keys.require(algorithm);
    }
}
