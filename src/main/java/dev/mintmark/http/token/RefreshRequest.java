package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.service.request.RefreshOrder;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** The body of {@code POST /tokens/refresh}. */
record RefreshRequest(@NotNull String refreshToken, Optional<JsonNode> scope, Optional<JsonNode> audience)
        implements RefreshOrder {

    @Override
    public String toString() {
        return "RefreshRequest[redacted]";
    }
}
