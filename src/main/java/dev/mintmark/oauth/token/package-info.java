/**
 * What is asked about issued tokens: userinfo (OpenID Connect Core section 5.3), introspection (RFC 7662) and revocation
 * (RFC 7009).
 */
@NullMarked
package dev.mintmark.oauth.token;

import org.jspecify.annotations.NullMarked;
