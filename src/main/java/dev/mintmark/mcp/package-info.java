/**
 * The Model Context Protocol, stateless: one JSON-RPC message in, at most one out (revisions 2025-03-26 to 2026-07-28).
 *
 * <p>Knows no HTTP server and no container: {@code http.mcp} and the command {@code mcp} bring messages and headers. Keeps
 * nothing between messages, so that any replica answers.
 */
@NullMarked
package dev.mintmark.mcp;

import org.jspecify.annotations.NullMarked;
