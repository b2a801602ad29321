/**
 * {@code /keys} and {@code /.well-known/jwks.json}: the published keys, and tools that generate and convert keys.
 */
@NullMarked
package dev.mintmark.http.key;

import org.jspecify.annotations.NullMarked;
