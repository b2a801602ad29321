/**
 * Tickets over HTTP: a test asks for one as JSON, and signs a browser context in with it.
 *
 * <p>Knows the pages and cookies of {@code http.oauth}; what a ticket does is in {@code oauth}.
 */
@NullMarked
package dev.mintmark.http.ticket;

import org.jspecify.annotations.NullMarked;
