package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import java.util.Optional;

/**
 * One key of a ring.
 *
 * @param keyId the {@code kid}, unique in the ring
 * @param jwk the key; {@code kid} and {@code alg} are set
 * @param algorithm the only algorithm of the key
 * @param state the current state
 * @param origin the source of the key
 * @param file the file name, if the key comes from the directory
 */
public record RingKey(
        String keyId, Jwk jwk, Algorithm algorithm, KeyState state, KeyOrigin origin, Optional<String> file) {}
