/**
 * Bounds on what clients may use: the size of bodies, and the number of requests under way.
 *
 * <p>The limits apply before a body is read into memory. What is taken for a request is released when its response ends.
 */
@NullMarked
package dev.mintmark.http.limit;

import org.jspecify.annotations.NullMarked;
