package dev.mintmark.http.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.http.wire.Bodies;
import dev.mintmark.http.wire.MintRequest;
import dev.mintmark.service.request.AdviceOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The body of {@code POST /advisories}. */
record AdviceRequest(
        Optional<String> token,
        Optional<@Valid MintRequest> spec,
        Optional<JsonNode> jwk,
        Optional<JsonNode> jwks,
        Optional<@Size(max = Bodies.SECRET) String> secret,
        Optional<@Size(max = Bodies.NAME) String> secretEncoding,
        Optional<@Size(max = Bodies.NAME) String> algorithm,
        Optional<@Valid Keys> keys,
        Optional<@Size(max = Bodies.NAME) String> kind,
        Optional<JsonNode> now,
        Optional<JsonNode> skew,
        Optional<@Size(max = Bodies.TEXT) String> issuer,
        Optional<@Size(max = Bodies.TEXT) String> audience)
        implements AdviceOrder {

    /** The member {@code keys}. */
    record Keys(
            Optional<JsonNode> jwks,
            Optional<JsonNode> jwk,
            Optional<@Size(max = Bodies.SECRET) String> secret,
            Optional<@Size(max = Bodies.NAME) String> secretEncoding)
            implements AdviceOrder.Keys {
        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    @Override
    public String toString() {
        return "AdviceRequest[redacted]";
    }
}
