/**
 * Strict reading and writing of JSON (RFC 8259, I-JSON): duplicate names, depth, encoding and numbers are checked here.
 *
 * <p>Knows nothing of tokens or keys. A lenient reader beside the strict one describes malformed JSON, so that
 * {@code advice} can name what is wrong with it.
 */
@NullMarked
package dev.mintmark.jose.json;

import org.jspecify.annotations.NullMarked;
