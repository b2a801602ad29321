package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import java.util.Optional;

/**
 * One key of a ring.
 *
 * @param keyId the {@code kid}, unique in the ring
 * @param jwk the key; {@code kid} and {@code alg} are set
 * @param algorithm the one algorithm it is for
 * @param state what it does now
 * @param origin where it comes from
 * @param file the name of its file in the directory, if it comes from there
 */
public record RingKey(
        String keyId, Jwk jwk, Algorithm algorithm, KeyState state, KeyOrigin origin, Optional<String> file) {}
