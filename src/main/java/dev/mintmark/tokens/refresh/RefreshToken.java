package dev.mintmark.tokens.refresh;

import dev.mintmark.tokens.Issuer;
import java.time.Instant;

/**
 * A refresh token that was found good: genuine, live and not revoked. Whether it was used before is found at its
 * redemption.
 *
 * @param grant what it gives access to
 * @param issuer the {@code iss}
 * @param id the {@code jti}
 * @param expiresAt the {@code exp}
 * @param readAt in whole seconds, before it was looked up: tokens are issued at this moment, so that a revocation of the
 *     subject that comes in between strikes them too
 */
public record RefreshToken(Grant grant, Issuer issuer, String id, Instant expiresAt, Instant readAt) {}
