package dev.mintmark.http.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.http.wire.Bodies;
import dev.mintmark.http.wire.MintRequest;
import dev.mintmark.service.request.BatchOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The body of {@code POST /tokens/batch}. */
record BatchRequest(
        Optional<JsonNode> count,
        Optional<@Valid MintRequest> spec,
        Optional<@Valid Vary> vary,
        Optional<List<JsonNode>> specs,
        Optional<Boolean> compact)
        implements BatchOrder {

    /** The member {@code vary}. */
    record Vary(Optional<@Size(max = Bodies.TEXT) String> subject, Optional<ObjectNode> claims)
            implements BatchOrder.Vary {}

    @Override
    public String toString() {
        return "BatchRequest[redacted]";
    }
}
