package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a caller takes back, not yet read: the members of {@code POST /tokens/revoke} in openapi.yaml. */
public interface RevokeRequest {
    Optional<String> token();

    /** A {@code jti}. */
    Optional<String> id();

    Optional<String> subject();

    Optional<String> issuer();

    /** An instant. */
    Optional<JsonNode> issuedBefore();
}
