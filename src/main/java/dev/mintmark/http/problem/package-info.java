/**
 * Problem details (RFC 9457): the types, their fields, and the mapping of every exception.
 *
 * <p>A problem never holds a token, a secret or a key, or text of the request that may be one.
 */
@NullMarked
package dev.mintmark.http.problem;

import org.jspecify.annotations.NullMarked;
