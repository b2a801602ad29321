/**
 * Refreshing: token families, refresh tokens that are redeemed once, and the grant that each of them carries
 * (RFC 6749 section 6, RFC 9700 section 4.14).
 *
 * <p>A refresh token is a signed JWT whose private claim holds the whole {@link dev.mintmark.tokens.refresh.Grant grant},
 * so any replica can redeem it. Only the redemption is stored.
 */
@NullMarked
package dev.mintmark.tokens.refresh;

import org.jspecify.annotations.NullMarked;
