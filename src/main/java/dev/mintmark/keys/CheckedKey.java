package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.SigningKey;
import java.util.Optional;

/**
 * A key that is good for a ring: strong enough, and proven by a signature of its own where it has a private half.
 *
 * @param keyId the {@code kid}
 * @param jwk the key, with {@code kid} and {@code alg}
 * @param algorithm the one algorithm it is for
 * @param signer its signing side; empty for a public key
 * @param file the file it was read from
 */
record CheckedKey(String keyId, Jwk jwk, Algorithm algorithm, Optional<SigningKey> signer, Optional<String> file) {

    /** A key that this process has made. */
    static CheckedKey ofGenerated(Jwk jwk, Algorithm algorithm) {
        return of(jwk, algorithm, Optional.empty());
    }

    /**
     * A key of a file.
     *
     * @throws KeyRejectedException if it cannot do the algorithm, its halves do not fit, or everybody has it
     */
    static CheckedKey ofFile(Jwk jwk, Algorithm algorithm, String file) {
        // Only here: a caller may sign with a published key of its own, a service may not trust one.
        if (jwk.facts().isSampleKey()) {
            throw new KeyRejectedException(
                    Reason.SAMPLE_KEY, "The private key is published in a specification or on a sample page");
        }
        return of(jwk, algorithm, Optional.of(file));
    }

    private static CheckedKey of(Jwk jwk, Algorithm algorithm, Optional<String> file) {
        if (jwk.isPrivate()) {
            return new CheckedKey(
                    jwk.keyId().orElseThrow(), jwk, algorithm, Optional.of(SigningKey.of(jwk, algorithm)), file);
        }
        if (!jwk.algorithms().contains(algorithm)) {
            throw new KeyRejectedException(
                    Reason.WRONG_ALGORITHM, "The key cannot do " + algorithm.joseName() + " (RFC 7518 3.1)");
        }
        return new CheckedKey(jwk.keyId().orElseThrow(), jwk, algorithm, Optional.empty(), file);
    }

    boolean canSign() {
        return signer.isPresent();
    }

    /** What makes it the same key in another generation: an old id may have got new material or another algorithm. */
    String identity() {
        return algorithm + " " + jwk.thumbprint() + ' ' + keyId;
    }

    RingKey in(KeyState state) {
        KeyOrigin origin = file.isPresent() ? KeyOrigin.DIRECTORY : KeyOrigin.EPHEMERAL;
        return new RingKey(keyId, jwk, algorithm, state, origin, file);
    }

    @Override
    public String toString() {
        return "CheckedKey[" + algorithm + "]";
    }
}
