/**
 * Background work during start-up, so that the first request does not wait for it.
 */
@NullMarked
package dev.mintmark.app.start;

import org.jspecify.annotations.NullMarked;
