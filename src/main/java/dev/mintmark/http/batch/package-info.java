/**
 * {@code /tokens/batch}: newline-delimited JSON or bare tokens, minted on worker threads while they are written.
 *
 * <p>A batch is minted in chunks and stops when the client leaves or reads too slowly, so its memory is bounded.
 */
@NullMarked
package dev.mintmark.http.batch;

import org.jspecify.annotations.NullMarked;
