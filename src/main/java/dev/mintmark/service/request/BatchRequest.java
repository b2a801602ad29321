package dev.mintmark.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A request for many tokens: the body of {@code POST /tokens/batch}.
 *
 * @param count the number of tokens, a whole number
 * @param spec the shared request of all tokens; only defaults if absent
 * @param vary the differences between the tokens
 * @param specs one request for each token, instead of the members above
 * @param compact whether to answer with bare tokens; false if absent
 */
public record BatchRequest(
        Optional<JsonNode> count,
        Optional<@Valid MintRequest> spec,
        Optional<@Valid Vary> vary,
        Optional<List<Spec>> specs,
        Optional<Boolean> compact) {

    /** The member {@code vary}; {@code {n}} in its strings is replaced by the number of the token, from 1. */
    public record Vary(Optional<@Size(max = RequestLimits.TEXT) String> subject, Optional<ObjectNode> claims) {}

    /**
     * A member of {@code specs}. It is read when its token is minted, so that opening a batch is cheap however many there
     * are, and a malformed one fails its own token and no other.
     */
    public interface Spec {
        /** Reads the request; a malformed one throws the error of its interface, with a pointer into the request. */
        MintRequest read();
    }

    /** Omits the members, which may be secrets. */
    @Override
    public String toString() {
        return "BatchRequest[redacted]";
    }
}
