package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.VerificationKey;
import java.util.List;
import java.util.Optional;

/**
 * The keys that the verifier trusts. They never come from the token.
 *
 * @param keys the usable keys
 * @param rejected rejected keys of a given set, with the reason
 * @param own whether these are the service's own keys, whose tokens can be revoked
 * @param single whether this is a single key outside a set; it is tried despite the token's {@code kid} unless it has a
 *     {@code kid} of its own
 * @param error the reason why none of the keys is used
 */
public record TrustedKeys(
        List<VerificationKey> keys,
        List<JwkSet.Rejected> rejected,
        boolean own,
        boolean single,
        Optional<String> error) {

    public TrustedKeys {
        keys = List.copyOf(keys);
        rejected = List.copyOf(rejected);
    }

    /** Returns the keys of the service's ring. */
    public static TrustedKeys own(List<VerificationKey> keys) {
        return new TrustedKeys(keys, List.of(), true, false, Optional.empty());
    }

    public static TrustedKeys of(List<VerificationKey> keys) {
        return new TrustedKeys(keys, List.of(), false, false, Optional.empty());
    }

    public static TrustedKeys of(JwkSet set) {
        return new TrustedKeys(
                set.keys().stream().map(VerificationKey::of).toList(), set.rejected(), false, false, Optional.empty());
    }

    public static TrustedKeys single(Jwk key) {
        return new TrustedKeys(List.of(VerificationKey.of(key)), List.of(), false, true, Optional.empty());
    }

    /** Returns a key that was read but cannot verify anything. */
    public static TrustedKeys rejected(KeyRejectedException reason) {
        return new TrustedKeys(List.of(), List.of(), false, true, Optional.of(reason.detail()));
    }

    /** Returns the keys that may have signed a token with this {@code kid}, or without one. */
    List<VerificationKey> candidates(Optional<String> keyId) {
        if (keyId.isEmpty()) {
            return keys;
        }
        return keys.stream()
                .filter(key ->
                        key.keyId().equals(keyId) || (single && key.keyId().isEmpty()))
                .toList();
    }

    /** Returns the reason why there is no candidate. */
    String absence(Optional<String> keyId) {
        if (error.isPresent()) {
            return error.get();
        }
        Optional<String> reason = rejected.stream()
                .filter(key -> keyId.isEmpty() || key.keyId().equals(keyId))
                .map(key -> key.reason().detail())
                .findFirst();
        return reason.orElse(keyId.isPresent() ? "No key has the token's kid" : "There is no key to verify with");
    }
}
