package dev.mintmark.mcp.tool;

import java.util.Optional;

/**
 * Who calls.
 *
 * @param mayMint whether the caller may use the tools that sign: no API key is needed, or a valid one was presented
 * @param base the base URL of the service for other programs, without a trailing slash; empty without a server
 */
public record Caller(boolean mayMint, Optional<String> base) {
    /** The user of the process itself. */
    public static final Caller LOCAL = new Caller(true, Optional.empty());
}
