package dev.mintmark.service.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyText;
import dev.mintmark.tokens.PolicyViolationException;

/** Reads the public key of a service under test. */
final class DrillKeys {
    private static final String POINTER = "/key";

    private DrillKeys() {}

    /**
     * The key, or the first key of a set.
     *
     * @throws MalformedRequestException if it cannot be read
     * @throws PolicyViolationException if it has private members or is a secret
     */
    static Jwk admit(JsonNode given) {
        Jwk key = read(given);
        if (key.isSecret() || key.isPrivate()) {
            throw new PolicyViolationException(
                    POINTER, "The key is private. Drills need the public key alone; keep the private one to yourself");
        }
        return key;
    }

    private static Jwk read(JsonNode given) {
        try {
            if (!given.has("keys")) {
                return KeyText.read(given);
            }
            JwkSet set = JwkSet.read(TrustedKeysReader.bounded(POINTER, given));
            return set.keys().stream()
                    .filter(key -> key.isSecret() || key.isPrivate())
                    .findFirst()
                    .or(() -> set.keys().stream().findFirst())
                    .orElseThrow(() -> new MalformedRequestException(POINTER, "The set has no usable key"));
        } catch (KeyRejectedException e) {
            throw new MalformedRequestException(POINTER, e.detail());
        }
    }
}
