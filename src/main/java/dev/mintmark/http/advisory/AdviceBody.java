package dev.mintmark.http.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.MintBody;
import dev.mintmark.service.request.AdviceRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The body of {@code POST /advisories}. */
record AdviceBody(
        Optional<String> token,
        Optional<@Valid MintBody> spec,
        Optional<JsonNode> jwk,
        Optional<JsonNode> jwks,
        Optional<@Size(max = BodyLimits.SECRET) String> secret,
        Optional<@Size(max = BodyLimits.NAME) String> secretEncoding,
        Optional<@Size(max = BodyLimits.NAME) String> algorithm,
        Optional<@Valid Keys> keys,
        Optional<@Size(max = BodyLimits.NAME) String> kind,
        Optional<JsonNode> now,
        Optional<JsonNode> skew,
        Optional<@Size(max = BodyLimits.TEXT) String> issuer,
        Optional<@Size(max = BodyLimits.TEXT) String> audience)
        implements AdviceRequest {

    /** The member {@code keys}. */
    record Keys(
            Optional<JsonNode> jwks,
            Optional<JsonNode> jwk,
            Optional<@Size(max = BodyLimits.SECRET) String> secret,
            Optional<@Size(max = BodyLimits.NAME) String> secretEncoding)
            implements AdviceRequest.Keys {
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
