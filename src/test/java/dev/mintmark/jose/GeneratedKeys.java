package dev.mintmark.jose;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One real key per algorithm, generated at the first call of the test run because RSA keys take long. */
public final class GeneratedKeys {
    private static final Map<Algorithm, Jwk> FIRST = new ConcurrentHashMap<>();
    private static final Map<Algorithm, Jwk> SECOND = new ConcurrentHashMap<>();

    private GeneratedKeys() {}

    /** The same key at each call, with {@code kid} and {@code alg}. */
    public static Jwk of(Algorithm algorithm) {
        return FIRST.computeIfAbsent(algorithm, GeneratedKey::of);
    }

    /** Another key of the same kind. */
    public static Jwk otherOf(Algorithm algorithm) {
        return SECOND.computeIfAbsent(algorithm, GeneratedKey::of);
    }

    /** The key without {@code kid} and {@code alg}. */
    static Jwk bare(Algorithm algorithm) {
        return new Jwk(of(algorithm).material(), JwkAttributes.NONE);
    }
}
