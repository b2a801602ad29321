/**
 * The tools that assistants call: name, schemas and work of each, over {@code service}.
 *
 * <p>Knows neither the protocol nor HTTP. Every answer is one JSON object of bounded size, so that it costs an assistant little
 * and values from tokens remain data. No answer holds a token that a caller sent.
 */
@NullMarked
package dev.mintmark.mcp.tool;

import org.jspecify.annotations.NullMarked;
