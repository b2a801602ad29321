/**
 * Client authentication (RFC 6749 section 2.3, RFC 7523): secrets by header or form, signed assertions, public clients.
 */
@NullMarked
package dev.mintmark.oauth.client;

import org.jspecify.annotations.NullMarked;
