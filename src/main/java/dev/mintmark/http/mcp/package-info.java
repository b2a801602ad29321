/**
 * {@code POST /mcp}: the Model Context Protocol over HTTP. The protocol and the tools are in {@code mcp}; here are the body, the
 * header fields and the API key.
 */
@NullMarked
package dev.mintmark.http.mcp;

import org.jspecify.annotations.NullMarked;
