/**
 * {@code /presets}: token requests in known shapes, with slots to fill.
 */
@NullMarked
package dev.mintmark.http.preset;

import org.jspecify.annotations.NullMarked;
