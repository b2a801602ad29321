/**
 * {@code /tokens}: mint, decode, verify, refresh and revoke.
 */
@NullMarked
package dev.mintmark.http.token;

import org.jspecify.annotations.NullMarked;
