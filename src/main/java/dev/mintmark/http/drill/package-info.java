/**
 * Drills over HTTP: the catalogue, suites of bad tokens, and the canary that shows whether a service fetches what a token
 * names.
 */
@NullMarked
package dev.mintmark.http.drill;

import org.jspecify.annotations.NullMarked;
