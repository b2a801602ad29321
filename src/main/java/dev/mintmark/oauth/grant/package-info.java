/**
 * Grants (RFC 6749 section 4, OpenID Connect Core section 3): what a client presents at the token endpoint, and the access,
 * refresh and ID tokens that it gets.
 */
@NullMarked
package dev.mintmark.oauth.grant;

import org.jspecify.annotations.NullMarked;
