/**
 * What a gateway asks about an access token, and the identity that it forwards.
 *
 * <p>Knows nothing of HTTP: a refusal is an error of RFC 6750 section 3.1.
 */
@NullMarked
package dev.mintmark.oauth.gateway;

import org.jspecify.annotations.NullMarked;
