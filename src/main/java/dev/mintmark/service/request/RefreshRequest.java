package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a caller asks for a refresh token, not yet read: the members of {@code POST /tokens/refresh} in openapi.yaml. */
public interface RefreshRequest {
    String refreshToken();

    /** A string, or an array of strings. */
    Optional<JsonNode> scope();

    /** A string, or an array of strings. */
    Optional<JsonNode> audience();
}
