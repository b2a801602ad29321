package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.service.request.RevokeRequest;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The body of {@code POST /tokens/revoke}. */
record RevokeBody(
        Optional<String> token,
        Optional<@Size(min = 1, max = BodyLimits.NAME) String> id,
        Optional<@Size(min = 1, max = BodyLimits.TEXT) String> subject,
        Optional<@Size(max = BodyLimits.TEXT) String> issuer,
        Optional<JsonNode> issuedBefore)
        implements RevokeRequest {

    @Override
    public String toString() {
        return "RevokeRequest[redacted]";
    }
}
