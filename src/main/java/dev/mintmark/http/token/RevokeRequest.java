package dev.mintmark.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.http.wire.Bodies;
import dev.mintmark.service.request.RevokeOrder;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The body of {@code POST /tokens/revoke}. */
record RevokeRequest(
        Optional<String> token,
        Optional<@Size(min = 1, max = Bodies.NAME) String> id,
        Optional<@Size(min = 1, max = Bodies.TEXT) String> subject,
        Optional<@Size(max = Bodies.TEXT) String> issuer,
        Optional<JsonNode> issuedBefore)
        implements RevokeOrder {

    @Override
    public String toString() {
        return "RevokeRequest[redacted]";
    }
}
