package dev.mintmark.keys;

import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.KeyRejectedException.Reason;
import dev.mintmark.jose.SigningKey;
import java.util.Optional;

/**
 * A key that is fit for a ring: strong enough, and proven by a test signature if it has a private half.
 *
 * @param keyId the {@code kid}
 * @param jwk the key, with {@code kid} and {@code alg}
 * @param algorithm the only algorithm of the key
 * @param signer the signing key; empty for a public key
 * @param file the file name; empty for a generated key
 */
record CheckedKey(String keyId, Jwk jwk, Algorithm algorithm, Optional<SigningKey> signer, Optional<String> file) {

    /** A key that this process has generated. */
    static CheckedKey ofGenerated(Jwk jwk, Algorithm algorithm) {
        return of(jwk, algorithm, Optional.empty());
    }

    /**
     * A key from a file.
     *
     * @throws KeyRejectedException if it does not fit the algorithm, its halves differ, or its private key is public
     */
    static CheckedKey ofFile(Jwk jwk, Algorithm algorithm, String file) {
        // Checked for files only: callers may sign with published keys, but the service must not trust one.
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
        Optional<String> objection = jwk.objection(algorithm);
        if (objection.isPresent()) {
            throw new KeyRejectedException(Reason.WRONG_ALGORITHM, objection.get());
        }
        return new CheckedKey(jwk.keyId().orElseThrow(), jwk, algorithm, Optional.empty(), file);
    }

    boolean canSign() {
        return signer.isPresent();
    }

    /** Identifies the key across generations: a known id with new material or another algorithm is a new key. */
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
