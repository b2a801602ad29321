package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One JSON-RPC message of a client.
 *
 * @param id empty for a notification
 * @param method the name of the method
 * @param params empty if the message has none
 */
record Message(Optional<JsonNode> id, String method, ObjectNode params) {
    private static final int MAX_TEXT = 256;
    private static final long MAX_NUMBER = (1L << 53) - 1;

    /**
     * Reads a message.
     *
     * @throws RpcException if it is neither a request nor a notification
     */
    static Message of(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw RpcException.invalidRequest("A message is a JSON object.");
        }
        if (!object.path("jsonrpc").asText().equals("2.0")) {
            throw RpcException.invalidRequest("The member jsonrpc must be \"2.0\".");
        }
        JsonNode method = object.path("method");
        if (!method.isTextual() || method.asText().isEmpty() || method.asText().length() > MAX_TEXT) {
            throw RpcException.invalidRequest("The member method must be the name of a method. This server sends no"
                    + " requests, so it takes no responses.");
        }
        JsonNode id = object.path("id");
        if (!id.isMissingNode() && !isId(id)) {
            throw RpcException.invalidRequest("The member id must be an integer of at most 53 bits or a string of at"
                    + " most " + MAX_TEXT + " characters.");
        }
        JsonNode params = object.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            throw RpcException.invalidRequest("The member params must be an object.");
        }
        return new Message(
                Optional.of(id).filter(it -> !it.isMissingNode()),
                method.asText(),
                params instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode());
    }

    /** The id of something that need not be a message; empty if it has none that can be repeated. */
    static Optional<JsonNode> idOf(JsonNode json) {
        return Optional.of(json.path("id")).filter(Message::isId);
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual()
                ? id.asText().length() <= MAX_TEXT
                : id.isIntegralNumber() && id.canConvertToLong() && Math.abs(id.longValue()) <= MAX_NUMBER;
    }

    /** A required text parameter. */
    String text(String name) {
        JsonNode value = params.path(name);
        if (!value.isTextual()) {
            throw RpcException.invalidParams("The parameter " + name + " must be a string.");
        }
        return value.asText();
    }

    /** The member of {@code _meta} that the protocol reserves. */
    JsonNode meta(String name) {
        return params.path("_meta").path("io.modelcontextprotocol/" + name);
    }

    @Override
    public String toString() {
        return "Message[redacted]";
    }
}
