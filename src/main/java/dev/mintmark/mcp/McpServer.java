package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.advice.Catalogue;
import dev.mintmark.issuer.Issuers;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.mcp.tool.Caller;
import dev.mintmark.mcp.tool.Tools;
import dev.mintmark.service.DrillService;
import dev.mintmark.service.TokenService;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers messages of assistants. Keeps nothing between messages. */
public final class McpServer {
    /** Only revision 2025-03-26 has batches. */
    private static final int MAX_BATCH = 10;

    private final Methods methods;

    private McpServer(Methods methods) {
        this.methods = methods;
    }

    /**
     * Composes the server. The schemas of tools are read when they are first needed.
     *
     * @param drills empty if drills are off
     * @param mint whether to offer the tools that sign
     * @param version of the program
     */
    public static McpServer of(
            TokenService tokens,
            Optional<DrillService> drills,
            Catalogue catalogue,
            Issuers issuers,
            boolean mint,
            String version) {
        Supplier<Tools> tools = new OnFirstUse<>(() -> Tools.of(tokens, drills, catalogue, issuers, mint));
        return new McpServer(new Methods(tools, new McpResources(catalogue, issuers), version));
    }

    /**
     * Answers one message. Errors of the message are answers; only failures of the service are thrown.
     *
     * @param headers empty where there is no HTTP
     */
    public Reply answer(byte[] message, Optional<RequestHeaders> headers, Caller caller) {
        JsonNode json;
        try {
            json = StrictJson.parse(message);
        } catch (IllegalArgumentException e) {
            return failed(Optional.empty(), RpcException.parseError("The message " + e.getMessage() + '.'));
        }
        return json instanceof ArrayNode batch ? batch(batch, headers, caller) : single(json, headers, caller);
    }

    /** The answer to a body that is not a message. */
    static Reply refused(String reason) {
        return failed(Optional.empty(), RpcException.invalidRequest(reason));
    }

    /** The answer to a message at which the service failed. */
    static Reply failure(byte[] message) {
        return failed(Message.idOf(StrictJson.parse(message)), RpcException.internalError());
    }

    private Reply single(JsonNode json, Optional<RequestHeaders> headers, Caller caller) {
        try {
            Message message = Message.of(json);
            ProtocolVersion version = Envelope.check(message, headers);
            if (message.id().isEmpty()) {
                return Reply.nothing();
            }
            ObjectNode response = response(message.id());
            return Reply.of(response.set("result", methods.result(message, version, caller)));
        } catch (RpcException e) {
            return failed(Message.idOf(json), e);
        }
    }

    private Reply batch(ArrayNode messages, Optional<RequestHeaders> headers, Caller caller) {
        String version = headers.flatMap(RequestHeaders::protocolVersion).orElse(ProtocolVersion.V2025_03_26.date());
        if (!version.equals(ProtocolVersion.V2025_03_26.date()) || messages.isEmpty() || messages.size() > MAX_BATCH) {
            return failed(
                    Optional.empty(),
                    RpcException.invalidRequest("Send one message. Only revision 2025-03-26 has batches, here of at"
                            + " most " + MAX_BATCH + '.'));
        }
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> single(message, headers, caller).json().ifPresent(responses::add));
        return responses.isEmpty() ? Reply.nothing() : Reply.of(responses);
    }

    private static Reply failed(Optional<JsonNode> id, RpcException e) {
        return new Reply(e.status(), Optional.of(response(id).set("error", e.json())));
    }

    private static ObjectNode response(Optional<JsonNode> id) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        id.ifPresent(value -> response.set("id", value));
        return response;
    }
}
