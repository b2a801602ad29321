package dev.mintmark.http.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.wire.BodyLimits;
import dev.mintmark.http.wire.MintBody;
import dev.mintmark.service.request.BatchRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /tokens/batch}. */
record BatchBody(
        Optional<JsonNode> count,
        Optional<@Valid MintBody> spec,
        Optional<@Valid Vary> vary,
        Optional<List<JsonNode>> specs,
        Optional<Boolean> compact)
        implements BatchRequest {

    /** The member {@code vary}. */
    record Vary(Optional<@Size(max = BodyLimits.TEXT) String> subject, Optional<ObjectNode> claims)
            implements BatchRequest.Vary {}

    @Override
    public String toString() {
        return "BatchRequest[redacted]";
    }
}
