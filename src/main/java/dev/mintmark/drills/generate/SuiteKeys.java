package dev.mintmark.drills.generate;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.RingKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The issuer's keys for one suite.
 *
 * @param base signs the base token
 * @param rsa the RS256 key, if the service under test accepts RS256
 * @param ec the ES256 key, if the service under test accepts ES256
 * @param second another key of the base algorithm
 */
record SuiteKeys(SuiteKey base, Optional<SuiteKey> rsa, Optional<SuiteKey> ec, Optional<SuiteKey> second) {
    /** The keys of a ring; empty if it has none for these algorithms. */
    static Optional<SuiteKeys> of(KeyRing ring, List<Algorithm> algorithms) {
        return algorithms.stream()
                .flatMap(algorithm -> key(ring, algorithm).stream())
                .findFirst()
                .map(base -> new SuiteKeys(
                        base,
                        accepted(ring, algorithms, Algorithm.RS256),
                        accepted(ring, algorithms, Algorithm.ES256),
                        ring.keys().stream()
                                .filter(key -> key.algorithm() == base.algorithm()
                                        && !key.keyId().equals(base.id()))
                                .flatMap(key -> key(ring, key))
                                .findFirst()));
    }

    private static Optional<SuiteKey> accepted(KeyRing ring, List<Algorithm> algorithms, Algorithm algorithm) {
        return algorithms.contains(algorithm) ? key(ring, algorithm) : Optional.empty();
    }

    private static Optional<SuiteKey> key(KeyRing ring, Algorithm algorithm) {
        return ring.signer(algorithm)
                .flatMap(signer -> signer.keyId())
                .flatMap(ring::find)
                .flatMap(key -> key(ring, key).findFirst());
    }

    private static Stream<SuiteKey> key(KeyRing ring, RingKey key) {
        return ring.signer(key.keyId()).map(signer -> new SuiteKey(key.keyId(), signer, key.jwk())).stream();
    }
}
