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
 * @param pointer where it lies, for example {@code /jwks/keys/0}
 * @param place what that place is for
 * @param background what is known beside it
 */
public record KeyView(UnverifiedJwk jwk, String pointer, Place place, RuleContext background) {

    /** Where a key lies. */
    public enum Place {
        /** To sign with: private or a secret, as it must be. */
        SIGNING,
        /** On its own: who may see it is not known. */
        LONE,
        /** Beside a token, to verify it: a secret is all right there, a private key is not needed. */
        VERIFYING,
        /** In a published key set, a header or a confirmation claim: only public members may be there. */
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

    /** The {@code alg} it is bound to; empty text when it is not. */
    public String algorithm() {
        return jwk.text("alg").orElse("");
    }

    public boolean isWellKnown() {
        return jwk.secret().filter(background.secrets()::contains).isPresent();
    }

    public Instant now() {
        return background.context().now();
    }

    /** Where its secret lies: a bare secret is no JWK, and has no member k. */
    public String secretPointer() {
        return jwk.isBareSecret() ? pointer : at("k");
    }

    /** The same key for this algorithm, where it says none itself. */
    KeyView forAlgorithm(String name) {
        return algorithm().isEmpty() ? new KeyView(jwk.withAlgorithm(name), pointer, place, background) : this;
    }

    @Override
    public String toString() {
        return "KeyView[" + pointer + "]";
    }
}
