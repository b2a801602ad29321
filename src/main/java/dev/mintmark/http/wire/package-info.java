/**
 * Wire formats that several areas share: bodies and their limits, the settings of the JSON mapper, responses that must not
 * be cached.
 */
@NullMarked
package dev.mintmark.http.wire;

import org.jspecify.annotations.NullMarked;
