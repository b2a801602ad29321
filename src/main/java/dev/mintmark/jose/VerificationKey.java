package dev.mintmark.jose;

import java.util.Optional;
import java.util.Set;

/** A key that checks signatures with the algorithms that the key permits, whatever a token says. */
public final class VerificationKey {
    private final Jwk jwk;
    private final KeyMaterial material;
    private final Set<Algorithm> algorithms;

    private VerificationKey(Jwk jwk) {
        this.jwk = jwk;
        this.material = jwk.material().forVerifying();
        this.algorithms = Set.copyOf(jwk.algorithms());
    }

    /** Creates the verification key of a key; of a private key, only the public half is used. */
    public static VerificationKey of(Jwk jwk) {
        return new VerificationKey(jwk);
    }

    public Optional<String> keyId() {
        return jwk.keyId();
    }

    /** The permitted algorithms; empty for a key that must not or cannot check signatures. */
    public Set<Algorithm> algorithms() {
        return algorithms;
    }

    /** Why the key does not permit the algorithm, as a sentence; empty if it does. */
    public Optional<String> objection(Algorithm algorithm) {
        return jwk.objection(algorithm);
    }

    /** Whether both are the same key material, whatever their ids and algorithms. */
    public boolean isSameKeyAs(VerificationKey other) {
        return jwk.thumbprint().equals(other.jwk.thumbprint());
    }

    /** Whether this key made the signature over the input; false if the key does not permit the algorithm. */
    boolean verify(Algorithm algorithm, byte[] signingInput, byte[] signature) {
        return algorithms.contains(algorithm) && RawSignature.verify(algorithm, material, signingInput, signature);
    }

    @Override
    public String toString() {
        return "VerificationKey" + algorithms;
    }
}
