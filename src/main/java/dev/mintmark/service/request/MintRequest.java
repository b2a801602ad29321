package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a caller says of the token to be minted, not yet read: the members of {@code POST /tokens} in openapi.yaml. */
public interface MintRequest extends KeyMaterialRequest {
    Optional<String> type();

    Optional<String> algorithm();

    Optional<String> keyId();

    Optional<String> issuer();

    Optional<String> subject();

    /** A string, or an array of strings. */
    Optional<JsonNode> audience();

    /** A duration. */
    Optional<JsonNode> expiresIn();

    /** An instant. */
    Optional<JsonNode> expiresAt();

    /** An instant. */
    Optional<JsonNode> notBefore();

    /** An instant. */
    Optional<JsonNode> issuedAt();

    /** A string, or an array of strings. */
    Optional<JsonNode> scope();

    Optional<List<String>> roles();

    Optional<List<String>> permissions();

    Optional<List<String>> groups();

    Optional<String> tenant();

    Optional<String> clientId();

    Optional<ObjectNode> claims();

    Optional<ObjectNode> headers();

    /** Whether to add a refresh token; false if absent. */
    Optional<Boolean> refresh();

    /** Whether to advise on the token; true if absent. */
    Optional<Boolean> advise();

    /** Whether to explain the token; false if absent. */
    Optional<Boolean> explain();
}
