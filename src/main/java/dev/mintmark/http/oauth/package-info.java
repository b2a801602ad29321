/**
 * OAuth 2.0 and OpenID Connect over HTTP: discovery, the endpoints of each issuer, the login page, CORS.
 *
 * <p>Resources are thin: they read parameters and cookies, call {@code oauth}, and write JSON, redirects and pages. Errors
 * have the form of RFC 6749 section 5.2, not problem+json.
 */
@NullMarked
package dev.mintmark.http.oauth;

import org.jspecify.annotations.NullMarked;
