/**
 * The discovery document (OpenID Connect Discovery section 3, RFC 8414 section 2). It advertises only what is served.
 */
@NullMarked
package dev.mintmark.oauth.metadata;

import org.jspecify.annotations.NullMarked;
