package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Base64Url;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.Sha256;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.VerificationKey;
import dev.mintmark.jose.json.StrictJson;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All keys of the service at one moment, ready for use. Immutable: a request keeps the ring that it started with. */
public final class KeyRing {
    private final Map<String, RingKey> keys = new LinkedHashMap<>();
    private final Map<String, SigningKey> signersById = new HashMap<>();
    private final Map<Algorithm, SigningKey> signers = new EnumMap<>(Algorithm.class);
    private final List<VerificationKey> verificationKeys;
    private final byte[] jwks;
    private final String etag;
    private final int generation;
    private final boolean complete;

    private KeyRing(List<CheckedKey> checked, Function<CheckedKey, KeyState> states, int generation, boolean complete) {
        for (CheckedKey key : checked) {
            RingKey entry = key.in(states.apply(key));
            keys.put(key.keyId(), entry);
            if (entry.state() == KeyState.ACTIVE) {
                SigningKey signer = key.signer().orElseThrow();
                signersById.put(key.keyId(), signer);
                // The last one stays: of two active keys of an algorithm the last file name signs.
                signers.put(key.algorithm(), signer);
            }
        }
        this.verificationKeys =
                checked.stream().map(key -> VerificationKey.of(key.jwk())).toList();
        this.jwks = StrictJson.bytes(Map.of(
                "keys",
                checked.stream()
                        .map(CheckedKey::jwk)
                        .filter(jwk -> !jwk.isSecret())
                        .map(Jwk::publicJson)
                        .toList()));
        this.etag = '"' + Base64Url.encode(Sha256.start().digest(jwks)) + '"';
        this.generation = generation;
        this.complete = complete;
    }

    static KeyRing of(List<CheckedKey> keys, Function<CheckedKey, KeyState> states, int generation) {
        return new KeyRing(keys, states, generation, true);
    }

    /** A ring of ephemeral keys of which more are to come. */
    static KeyRing incomplete(List<CheckedKey> keys) {
        return new KeyRing(keys, key -> KeyState.ACTIVE, 0, false);
    }

    /** All keys, in the order of their files, or of the algorithms where they are ephemeral. */
    public List<RingKey> keys() {
        return List.copyOf(keys.values());
    }

    /** The key that signs with the algorithm unless another is asked for; empty if the ring does not offer it. */
    public Optional<SigningKey> signer(Algorithm algorithm) {
        return Optional.ofNullable(signers.get(algorithm));
    }

    /** The active key of this id; empty too for a key that is announced or retired. */
    public Optional<SigningKey> signer(String keyId) {
        return Optional.ofNullable(signersById.get(keyId));
    }

    /** The key of this id, whatever its state. */
    public Optional<RingKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** The verifying side of all keys, each bound to its one algorithm. */
    public List<VerificationKey> verificationKeys() {
        return verificationKeys;
    }

    /** The JWK Set (RFC 7517 section 5) as UTF-8 JSON: the public keys in all states, never a secret. */
    public byte[] jwks() {
        return jwks.clone();
    }

    /** A strong entity tag (RFC 9110 section 8.8.3) of {@link #jwks()}, with its quotation marks. */
    public String etag() {
        return etag;
    }

    /** Counts the rings from 1; 0 while ephemeral keys are being made. */
    public int generation() {
        return generation;
    }

    /** Whether the keys are made by this process and gone with it. */
    public boolean isEphemeral() {
        return keys.values().stream().anyMatch(key -> key.origin() == KeyOrigin.EPHEMERAL);
    }

    /** False while ephemeral keys are being made: an algorithm that has no signer yet is late, not refused. */
    public boolean isComplete() {
        return complete;
    }

    /** The algorithms that the ring can sign with. */
    public Set<Algorithm> algorithms() {
        return Collections.unmodifiableSet(signers.keySet());
    }

    @Override
    public String toString() {
        return "KeyRing[generation " + generation + ", " + keys.size() + " keys]";
    }
}
