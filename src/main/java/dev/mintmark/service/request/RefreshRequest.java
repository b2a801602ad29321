package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * A request to redeem a refresh token: the body of {@code POST /tokens/refresh}.
 *
 * @param refreshToken the refresh token
 * @param scope the part of the granted scope for the access token, a string or an array of strings
 * @param audience the part of the granted audience for the access token, a string or an array of strings
 */
public record RefreshRequest(@NotNull String refreshToken, Optional<JsonNode> scope, Optional<JsonNode> audience) {

    /** A request for the whole grant. */
    public static RefreshRequest of(String refreshToken) {
        return new RefreshRequest(refreshToken, Optional.empty(), Optional.empty());
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "RefreshRequest[redacted]";
    }
}
