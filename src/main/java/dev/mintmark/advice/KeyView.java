package dev.mintmark.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.UnverifiedJwk;
import java.time.Instant;
import java.util.Optional;

/**
 * A key as the rules see it.
 *
 * @param jwk the key
 * @param pointer its JSON pointer, for example {@code /jwks/keys/0}
 * @param place the purpose of that place
 * @param background the context of the report
 */
public record KeyView(UnverifiedJwk jwk, String pointer, Place place, RuleContext background) {

    /** The place where a key was found. */
    public enum Place {
        /** A signing key: private or a secret, as required. */
        SIGNING,
        /** A key on its own: it is unknown who may see it. */
        LONE,
        /** A key passed with a token to verify it: a secret is allowed there, a private key is not needed. */
        VERIFYING,
        /** In a published key set, a header or a confirmation claim: only public members are allowed. */
        PUBLISHED
    }

    public static Optional<KeyView> of(JsonNode json, String pointer, Place place, RuleContext background) {
        return json instanceof ObjectNode object
                ? Optional.of(new KeyView(UnverifiedJwk.of(object), pointer, place, background))
                : Optional.empty();
    }

    /** The pointer to one of its members. */
    public String at(String member) {
        return pointer + '/' + member;
    }

    public String type() {
        return jwk.type();
    }

    public String curve() {
        return jwk.text("crv").orElse("");
    }

    public Optional<String> keyId() {
        return jwk.text("kid");
    }

    /** The {@code alg} of the key; the empty string if it has none. */
    public String algorithm() {
        return jwk.text("alg").orElse("");
    }

    public boolean isWellKnown() {
        return jwk.secret()
                .filter(secret -> jwk.isSampleKey() || background.secrets().contains(secret))
                .isPresent();
    }

    public Instant now() {
        return background.context().now();
    }

    /** The pointer to its secret: a bare secret is not a JWK and has no member k. */
    public String secretPointer() {
        return jwk.isBareSecret() ? pointer : at("k");
    }

    /** The same key bound to this algorithm, unless it already has an {@code alg}. */
    KeyView forAlgorithm(String name) {
        return algorithm().isEmpty() ? new KeyView(jwk.withAlgorithm(name), pointer, place, background) : this;
    }

    @Override
    public String toString() {
        return "KeyView[" + pointer + "]";
    }
}
