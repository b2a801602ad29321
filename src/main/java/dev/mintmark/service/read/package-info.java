/**
 * Reads the members of requests: durations, instants, contradictions between members, and the caller's own keys.
 *
 * <p>Reports every mistake of a caller as a {@link dev.mintmark.service.read.MalformedRequestException} with a JSON pointer.
 */
@NullMarked
package dev.mintmark.service.read;

import org.jspecify.annotations.NullMarked;
