/**
 * API key authentication: which operations need a key, and the keys that are accepted.
 */
@NullMarked
package dev.mintmark.http.guard;

import org.jspecify.annotations.NullMarked;
