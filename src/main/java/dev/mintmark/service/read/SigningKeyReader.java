package dev.mintmark.service.read;

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

/** Reads who signs: algorithm, key id and a caller's own key, seen together. */
final class SigningKeyReader {
    private final Algorithm defaultAlgorithm;

    SigningKeyReader(Algorithm defaultAlgorithm) {
        this.defaultAlgorithm = defaultAlgorithm;
    }

    /**
     * The key that signs the ordered token: the caller's own, or one of the ring.
     *
     * @param keyRings is asked only when the order brings no key of its own
     * @throws MalformedRequestException if the members contradict each other or the key makes no sense
     * @throws PolicyViolationException if the key is too weak, or the ring does not offer what is asked
     */
    SigningKey read(MintRequest request, KeyRings keyRings) {
        Optional<Algorithm> asked = request.algorithm().map(SigningKeyReader::algorithm);
        try {
            Optional<CallerKey.OwnKey> own = CallerKey.read(request);
            if (own.isEmpty()) {
                return ringKey(request, asked, keyRings);
            }
            if (request.keyId().isPresent()) {
                throw new MalformedRequestException(
                        "/key_id", "key_id picks a key of the service; a key of your own takes its kid by headers.kid");
            }
            return ownKey(own.get(), asked);
        } catch (KeyRejectedException e) {
            throw rejected(request.secret().isPresent() ? "/secret" : "/key", e);
        }
    }

    /**
     * What the header would say of the key, whether it may sign or not: for advice.
     *
     * @throws MalformedRequestException if the order's own key cannot be read
     */
    SpecReader.Signer describe(MintRequest request, KeyRings keyRings) {
        Optional<UnverifiedJwk> own = CallerKey.readUnverified(request);
        if (own.isPresent()) {
            UnverifiedJwk key = own.get();
            String fitting = key.sound()
                    .flatMap(jwk -> jwk.algorithms().stream().findFirst())
                    .map(Algorithm::joseName)
                    .orElse(key.isSecret() ? "HS256" : defaultAlgorithm.joseName());
            Optional<String> keyId = key.text("kid").or(() -> key.isSecret() ? Optional.empty() : key.thumbprint());
            return new SpecReader.Signer(key.text("alg").orElse(fitting), keyId);
        }
        KeyRing ring = keyRings.require();
        Optional<SigningKey> signer = request.keyId().isPresent()
                ? ring.signer(request.keyId().get())
                : Algorithm.parse(request.algorithm().orElse(defaultAlgorithm.joseName()))
                        .flatMap(ring::signer);
        return new SpecReader.Signer(
                signer.map(SigningKey::algorithmName).orElse(defaultAlgorithm.joseName()),
                request.keyId().or(() -> signer.flatMap(SigningKey::keyId)));
    }

    private static SigningKey ownKey(CallerKey.OwnKey own, Optional<Algorithm> asked) {
        Jwk jwk = own.jwk();
        // The first that the key permits; for a key that permits none any will do, as the refusal is the same.
        Algorithm algorithm = asked.orElseGet(
                () -> jwk.algorithms().stream().findFirst().orElse(jwk.isSecret() ? Algorithm.HS256 : Algorithm.RS256));
        return SigningKey.of(jwk.identified(), algorithm);
    }

    private SigningKey ringKey(MintRequest request, Optional<Algorithm> asked, KeyRings keyRings) {
        if (request.keyId().isEmpty()) {
            Algorithm algorithm = asked.orElse(defaultAlgorithm);
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
                .orElseThrow(() -> new PolicyViolationException("/key_id", "The service has no active key of this id"));
        if (asked.filter(algorithm -> algorithm != key.algorithm()).isPresent()) {
            throw new MalformedRequestException("/algorithm", "The key that key_id names signs with another algorithm");
        }
        return key;
    }

    /** While keys are still being made, what is not there is late and not refused: it is worth waiting for. */
    static Optional<SigningKey> find(KeyRings keyRings, Function<KeyRing, Optional<SigningKey>> find) {
        return find.apply(keyRings.require()).or(() -> find.apply(keyRings.requireComplete()));
    }

    private static Algorithm algorithm(String name) {
        return Algorithm.parse(name)
                .orElseThrow(() -> new MalformedRequestException(
                        "/algorithm", "The algorithm is none of those in openapi.yaml; names are case sensitive"));
    }

    private static RuntimeException rejected(String pointer, KeyRejectedException e) {
        return e.reason().isPolicy()
                ? new PolicyViolationException(pointer, e.detail())
                : new MalformedRequestException(pointer, e.detail());
    }
}
