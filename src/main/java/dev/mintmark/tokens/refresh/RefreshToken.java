package dev.mintmark.tokens.refresh;

import dev.mintmark.tokens.Issuer;
import java.time.Instant;

/**
 * A refresh token that was found good: genuine, live and not revoked. Whether it was used before is found at its
 * redemption.
 *
 * @param grant the grant
 * @param issuer the {@code iss}
 * @param id the {@code jti}
 * @param expiresAt the {@code exp}
 * @param readAt time of reading, in whole seconds, before the lookup of revocations. New tokens have it as {@code iat},
 *     so that a concurrent revocation of the subject covers them too
 */
public record RefreshToken(Grant grant, Issuer issuer, String id, Instant expiresAt, Instant readAt) {}
