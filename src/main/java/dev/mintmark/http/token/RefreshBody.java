package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.service.request.RefreshRequest;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** The body of {@code POST /tokens/refresh}. */
record RefreshBody(@NotNull String refreshToken, Optional<JsonNode> scope, Optional<JsonNode> audience)
        implements RefreshRequest {

    @Override
    public String toString() {
        return "RefreshRequest[redacted]";
    }
}
