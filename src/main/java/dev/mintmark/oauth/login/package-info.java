/**
 * The login: authorization requests (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2), sessions of browsers, and
 * the logout (OpenID Connect RP-Initiated Logout).
 *
 * <p>Answers are values; {@code http.oauth} writes them as redirects and pages.
 */
@NullMarked
package dev.mintmark.oauth.login;

import org.jspecify.annotations.NullMarked;
