package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a caller wants advice on, not yet read: the members of {@code POST /advisories} in openapi.yaml. */
public interface AdviceRequest {
    Optional<String> token();

    /** A token that is to be made. */
    Optional<? extends MintRequest> spec();

    Optional<JsonNode> jwk();

    Optional<JsonNode> jwks();

    Optional<String> secret();

    /** {@code utf8} (the default), {@code base64url}, {@code base64} or {@code hex}. */
    Optional<String> secretEncoding();

    /** What the secret is for. */
    Optional<String> algorithm();

    /** The keys that are meant to verify the token. */
    Optional<? extends Keys> keys();

    Optional<String> kind();

    /** An instant. */
    Optional<JsonNode> now();

    /** A duration. */
    Optional<JsonNode> skew();

    Optional<String> issuer();

    Optional<String> audience();

    /** The member {@code keys}. */
    interface Keys {
        Optional<JsonNode> jwks();

        Optional<JsonNode> jwk();

        Optional<String> secret();

        /** As in {@link AdviceRequest#secretEncoding()}. */
        Optional<String> secretEncoding();
    }
}
