/**
 * OAuth 2.0 and OpenID Connect: the issuers of the service by URL, request parameters and errors in the form of RFC 6749.
 *
 * <p>Knows nothing of HTTP frameworks. The sub-packages own the configuration of users and clients ({@code config}),
 * client authentication ({@code client}), grants ({@code grant}), the login ({@code login}) and what is asked about tokens
 * ({@code token}). Replicas share nothing but keys and the revocation store: codes, sessions and login forms are sealed
 * values.
 */
@NullMarked
package dev.mintmark.oauth;

import org.jspecify.annotations.NullMarked;
