package dev.mintmark.tokens.verify;

import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.VerificationKey;
import java.util.List;
import java.util.Optional;

/**
 * The keys a verifier brings: never one that the token names or carries.
 *
 * @param keys the usable ones
 * @param rejected keys of a given set that are not used, with the reason
 * @param own whether these are the service's own, whose tokens it can revoke
 * @param single whether this is one key given by itself, for which a {@code kid} in the token is no demand unless the key
 *     has one too
 * @param error why the keys as a whole are not used
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

    /** The keys of the service's ring. */
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

    /** Keys that were understood, but with which nothing can be verified. */
    public static TrustedKeys refused(KeyRejectedException reason) {
        return new TrustedKeys(List.of(), List.of(), false, true, Optional.of(reason.detail()));
    }

    /** The keys that may have made the signature of a token with, or without, this {@code kid}. */
    List<VerificationKey> candidates(Optional<String> keyId) {
        if (keyId.isEmpty()) {
            return keys;
        }
        return keys.stream()
                .filter(key ->
                        key.keyId().equals(keyId) || (single && key.keyId().isEmpty()))
                .toList();
    }

    /** Why there is no candidate. */
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
