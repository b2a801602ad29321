package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a caller wants many of, not yet read: the members of {@code POST /tokens/batch} in openapi.yaml. */
public interface BatchRequest {
    /** How many tokens, a whole number. */
    Optional<JsonNode> count();

    /** What all of them are like; nothing but defaults if absent. */
    Optional<? extends MintRequest> spec();

    /** In what they differ. */
    Optional<? extends Vary> vary();

    /** Each token by itself, instead of the members above; not yet an order, so that a bad one stops no other. */
    Optional<List<JsonNode>> specs();

    /** Whether the bare tokens are wanted; false if absent. */
    Optional<Boolean> compact();

    /** The member {@code vary}; {@code {n}} in its texts stands for the number of the token, from 1. */
    interface Vary {
        Optional<String> subject();

        Optional<ObjectNode> claims();
    }
}
