package dev.mintmark.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Determines the revision of a request, and requires that the header fields agree with the message. */
final class Envelope {
    private static final String VERSION = "protocolVersion";
    private static final String CAPABILITIES = "clientCapabilities";

    /** The methods whose {@code Mcp-Name} repeats a parameter. */
    private static final Map<String, String> NAMES =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";

    private Envelope() {}

    /**
     * Determines the revision.
     *
     * @param headers empty where there is no HTTP
     * @throws RpcException if the revision is unknown, or header fields or {@code _meta} are incomplete or contradictory
     */
    static ProtocolVersion check(Message message, Optional<RequestHeaders> headers) {
        JsonNode claimed = message.meta(VERSION);
        Optional<String> header = headers.flatMap(RequestHeaders::protocolVersion);
        if (!claimed.isTextual()) {
            return withoutMeta(message, header);
        }
        if (header.isPresent() && !header.get().equals(claimed.asText())) {
            throw RpcException.headerMismatch("MCP-Protocol-Version differs from the protocolVersion in _meta.");
        }
        ProtocolVersion version = known(claimed.asText());
        if (!version.isStateless()) {
            return version;
        }
        if (!message.meta(CAPABILITIES).isObject()) {
            throw RpcException.incompleteMeta("_meta lacks io.modelcontextprotocol/" + CAPABILITIES + '.');
        }
        // The header fields of notifications are not defined.
        if (message.id().isPresent()) {
            headers.ifPresent(fields -> requireHeaders(message, fields));
        }
        return version;
    }

    /** A revision with handshake; the oldest of them does not know the header field. */
    private static ProtocolVersion withoutMeta(Message message, Optional<String> header) {
        ProtocolVersion version = header.map(Envelope::known).orElse(ProtocolVersion.V2025_03_26);
        if (version.isStateless() || message.method().equals(Methods.DISCOVER)) {
            throw RpcException.incompleteMeta("_meta lacks io.modelcontextprotocol/" + VERSION + '.');
        }
        return version;
    }

    private static ProtocolVersion known(String date) {
        return ProtocolVersion.parse(date).orElseThrow(() -> RpcException.unsupportedVersion(shown(date)));
    }

    /** A date is repeated; anything else might be something that is not for answers. */
    private static String shown(String date) {
        return date.matches("[0-9A-Za-z.-]{1,32}") ? date : "(unreadable)";
    }

    private static void requireHeaders(Message message, RequestHeaders headers) {
        if (headers.protocolVersion().isEmpty()) {
            throw RpcException.headerMismatch("The header MCP-Protocol-Version is missing.");
        }
        require("Mcp-Method", headers.method(), message.method());
        JsonNode name = message.params().path(NAMES.getOrDefault(message.method(), ""));
        if (name.isTextual()) {
            require("Mcp-Name", headers.name().map(Envelope::decoded), name.asText());
        }
    }

    private static void require(String field, Optional<String> value, String expected) {
        if (value.isEmpty()) {
            throw RpcException.headerMismatch("The header " + field + " is missing.");
        }
        if (!value.get().equals(expected)) {
            throw RpcException.headerMismatch("The header " + field + " differs from the message.");
        }
    }

    private static String decoded(String value) {
        if (!value.startsWith(ENCODED) || !value.endsWith(ENCODED_END) || value.length() < ENCODED.length() + 2) {
            return value;
        }
        try {
            String text = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RpcException.headerMismatch("The header Mcp-Name is not encoded in Base64.");
        }
    }
}
