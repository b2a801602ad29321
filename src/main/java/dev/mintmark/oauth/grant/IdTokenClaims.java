package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.TokenHash;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Composes the claims of an ID token (OpenID Connect Core section 2). */
final class IdTokenClaims {
    private IdTokenClaims() {}

    /**
     * The claims beside {@code iss}, {@code exp} and {@code jti}.
     *
     * @param isScoped whether the claims of the granted scopes are wanted
     * @param algorithm signs the ID token
     * @param now the {@code iat}
     */
    static ObjectNode of(
            Authorization authorization, boolean isScoped, Algorithm algorithm, String accessToken, Instant now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        ObjectNode user = authorization.user().claims();
        authorization.requested().acrOf(authorization.user()).ifPresent(acr -> claims.put(ClaimsParameter.ACR, acr));
        names(authorization, isScoped).stream().filter(user::has).forEach(name -> claims.set(name, user.get(name)));
        new ClaimTemplates(authorization).putAll(authorization.client().idTokenClaims(), claims);
        claims.setAll(authorization.typed());
        claims.remove(ClaimNames.PROTOCOL);
        claims.put("sub", authorization.user().subject());
        claims.put("aud", authorization.client().id());
        claims.put("azp", authorization.client().id());
        claims.put("iat", now.getEpochSecond());
        authorization.authTime().ifPresent(time -> claims.put("auth_time", time.getEpochSecond()));
        authorization.nonce().ifPresent(nonce -> claims.put("nonce", nonce));
        claims.put("at_hash", TokenHash.of(algorithm, accessToken));
        claims.put("sid", authorization.family());
        return claims;
    }

    private static Set<String> names(Authorization authorization, boolean isScoped) {
        Set<String> names = new LinkedHashSet<>(authorization.requested().idToken());
        names.addAll(authorization.config().idTokenClaimsOf(authorization.scope()));
        if (isScoped) {
            names.addAll(authorization.config().claimsOf(authorization.scope()));
        }
        return names;
    }
}
