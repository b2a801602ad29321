package dev.mintmark.drills.generate;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKey;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.SigningKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The attacker's keys: one for each algorithm and process, in no JWKS. An RSA key takes up to a second at first use. */
public final class AttackerKeys {
    private final Map<Algorithm, SuiteKey> keys = new ConcurrentHashMap<>();

    /** The attacker's key of this algorithm. */
    public SuiteKey of(Algorithm algorithm) {
        return keys.computeIfAbsent(algorithm, AttackerKeys::generate);
    }

    private static SuiteKey generate(Algorithm algorithm) {
        Jwk jwk = GeneratedKey.of(algorithm);
        return new SuiteKey(jwk.keyId().orElseThrow(), SigningKey.of(jwk, algorithm), jwk);
    }
}
