package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A request that may contain the caller's own key, which is used for this request and never stored. */
public interface KeyMaterialRequest {
    /** A JWK object, or PEM as text. */
    Optional<JsonNode> key();

    /** An HMAC secret, in the encoding that {@link #secretEncoding()} names. */
    Optional<String> secret();

    /** {@code utf8} (the default), {@code base64url}, {@code base64} or {@code hex}. */
    Optional<String> secretEncoding();
}
