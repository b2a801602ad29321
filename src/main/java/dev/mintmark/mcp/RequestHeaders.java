package dev.mintmark.mcp;

import java.util.Optional;

/**
 * The header fields of HTTP that repeat parts of a message.
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}
 */
public record RequestHeaders(Optional<String> protocolVersion, Optional<String> method, Optional<String> name) {}
