package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An error of the protocol (JSON-RPC 2.0 section 5.1). The message repeats nothing of the request. */
final class RpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    private static final int PARSE_ERROR = -32700;
    private static final int HEADER_MISMATCH = -32020;
    private static final int UNSUPPORTED_VERSION = -32022;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;
    private static final int INTERNAL_ERROR = -32603;

    private final int code;
    private final int status;
    private final transient Optional<ObjectNode> data;

    private RpcException(int code, int status, String message, Optional<ObjectNode> data) {
        super(message);
        this.code = code;
        this.status = status;
        this.data = data;
    }

    static RpcException parseError(String message) {
        return new RpcException(PARSE_ERROR, BAD_REQUEST, message, Optional.empty());
    }

    static RpcException invalidRequest(String message) {
        return new RpcException(INVALID_REQUEST, BAD_REQUEST, message, Optional.empty());
    }

    static RpcException headerMismatch(String message) {
        return new RpcException(HEADER_MISMATCH, BAD_REQUEST, message, Optional.empty());
    }

    /** Parameters that do not fit the method, which is an answer like any other. */
    static RpcException invalidParams(String message) {
        return new RpcException(INVALID_PARAMS, OK, message, Optional.empty());
    }

    /** A request without the fields of {@code _meta} that its revision requires. */
    static RpcException incompleteMeta(String message) {
        return new RpcException(INVALID_PARAMS, BAD_REQUEST, message, Optional.empty());
    }

    static RpcException internalError() {
        return new RpcException(INTERNAL_ERROR, INTERNAL, "An unexpected error occurred.", Optional.empty());
    }

    /** @param code of the error, which depends on the revision */
    static RpcException unknownResource(int code, String uri) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uri", uri);
        return new RpcException(code, OK, "No resource has this URI. resources/list lists them.", Optional.of(data));
    }

    /** @param status of HTTP, which depends on the revision */
    static RpcException unknownMethod(int status) {
        return new RpcException(METHOD_NOT_FOUND, status, "This server does not have the method.", Optional.empty());
    }

    static RpcException unsupportedVersion(String requested) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ProtocolVersion.dates().forEach(data.putArray("supported")::add);
        data.put("requested", requested);
        return new RpcException(
                UNSUPPORTED_VERSION,
                BAD_REQUEST,
                "Unsupported protocol version. This server has " + String.join(", ", ProtocolVersion.dates()) + '.',
                Optional.of(data));
    }

    int status() {
        return status;
    }

    /** The member {@code error} of a response. */
    JsonNode json() {
        ObjectNode error =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", getMessage());
        data.ifPresent(value -> error.set("data", value));
        return error;
    }
}
