/**
 * Bounds on what clients may use: the size of bodies, and the number of requests in progress.
 *
 * <p>The limits apply before a body is read into memory. Everything that a request holds is released when its response ends.
 */
@NullMarked
package dev.mintmark.http.limit;

import org.jspecify.annotations.NullMarked;
