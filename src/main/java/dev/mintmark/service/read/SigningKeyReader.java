package dev.mintmark.service.read;

import dev.mintmark.issuer.IssuerContext;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.Jwk;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.jose.SigningKey;
import dev.mintmark.jose.UnverifiedJwk;
import dev.mintmark.keys.KeyRing;
import dev.mintmark.keys.KeyRings;
import dev.mintmark.service.request.MintRequest;
import dev.mintmark.tokens.PolicyViolationException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses the signing key from algorithm, key id and the caller's own key. */
final class SigningKeyReader {
    private SigningKeyReader() {}

    /**
     * Returns the key that signs the token: the caller's own, or one of the ring.
     *
     * @param own the caller's own key
     * @param issuer its keys are used only if there is none
     * @throws MalformedRequestException if the members contradict each other or the key is malformed
     * @throws PolicyViolationException if the key is too weak, or the ring has no such key
     */
    static SigningKey read(MintRequest request, Optional<CallerKey> own, IssuerContext issuer) {
        Optional<Algorithm> requested = request.algorithm().map(SigningKeyReader::algorithm);
        if (own.isEmpty()) {
            return ringKey(request, requested, issuer);
        }
        try {
            Jwk jwk = own.get().admit();
            if (request.keyId().isPresent()) {
                throw new MalformedRequestException(
                        "/key_id", "key_id picks a key of the service; a key of your own takes its kid by headers.kid");
            }
            return ownKey(jwk, requested).by(issuer.keyRings().engine());
        } catch (KeyRejectedException e) {
            throw rejected(own.get().pointer(), e);
        }
    }

    /**
     * Returns the {@code alg} and {@code kid} that the header would have, for advice. The key may be unable to sign.
     *
     * @throws MalformedRequestException if the caller's own key cannot be read
     */
    static SpecReader.Signer describe(MintRequest request, Optional<CallerKey> own, IssuerContext issuer) {
        Algorithm defaultAlgorithm = issuer.defaults().algorithm();
        Optional<UnverifiedJwk> given = own.flatMap(CallerKey::forAdvice);
        if (given.isPresent()) {
            UnverifiedJwk key = given.get();
            String fitting = key.sound()
                    .flatMap(jwk -> jwk.algorithms().stream().findFirst())
                    .map(Algorithm::joseName)
                    .orElse(key.isSecret() ? "HS256" : defaultAlgorithm.joseName());
            Optional<String> keyId = key.text("kid").or(() -> key.isSecret() ? Optional.empty() : key.thumbprint());
            return new SpecReader.Signer(key.text("alg").orElse(fitting), keyId);
        }
        KeyRing ring = issuer.keyRings().require();
        Optional<SigningKey> signer = request.keyId().isPresent()
                ? ring.signer(request.keyId().get())
                : Algorithm.parse(request.algorithm().orElse(defaultAlgorithm.joseName()))
                        .flatMap(ring::signer);
        return new SpecReader.Signer(
                signer.map(SigningKey::algorithmName).orElse(defaultAlgorithm.joseName()),
                request.keyId().or(() -> signer.flatMap(SigningKey::keyId)));
    }

    private static SigningKey ownKey(Jwk jwk, Optional<Algorithm> requested) {
        // The first algorithm that the key permits. For a key that permits none, any algorithm leads to the same error.
        Algorithm algorithm = requested.orElseGet(
                () -> jwk.algorithms().stream().findFirst().orElse(jwk.isSecret() ? Algorithm.HS256 : Algorithm.RS256));
        return SigningKey.of(jwk.identified(), algorithm);
    }

    private static SigningKey ringKey(MintRequest request, Optional<Algorithm> requested, IssuerContext issuer) {
        KeyRings keyRings = issuer.keyRings();
        if (request.keyId().isEmpty()) {
            Algorithm algorithm = requested.orElse(issuer.defaults().algorithm());
            return find(keyRings, ring -> ring.signer(algorithm))
                    .orElseThrow(() -> new PolicyViolationException(
                            "/algorithm",
                            "The service has no active key for " + algorithm.joseName() + "; it signs with "
                                    + keyRings.require().algorithms().stream()
                                            .map(Algorithm::joseName)
                                            .collect(Collectors.joining(", "))));
        }
        String keyId = request.keyId().get();
        SigningKey key = find(keyRings, ring -> ring.signer(keyId))
                .orElseThrow(
                        () -> new PolicyViolationException("/key_id", "The service has no active key with this id"));
        if (requested.filter(algorithm -> algorithm != key.algorithm()).isPresent()) {
            throw new MalformedRequestException("/algorithm", "The key that key_id names signs with another algorithm");
        }
        return key;
    }

    /** Waits for keys that are still being generated before it reports a missing key. */
    static Optional<SigningKey> find(KeyRings keyRings, Function<KeyRing, Optional<SigningKey>> find) {
        return find.apply(keyRings.require()).or(() -> find.apply(keyRings.requireComplete()));
    }

    private static Algorithm algorithm(String name) {
        return AlgorithmNames.require("/algorithm", name);
    }

    private static RuntimeException rejected(String pointer, KeyRejectedException e) {
        return e.reason().isPolicy()
                ? new PolicyViolationException(pointer, e.detail())
                : new MalformedRequestException(pointer, e.detail());
    }
}
