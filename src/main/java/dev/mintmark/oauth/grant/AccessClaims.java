package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.config.ScopeRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Composes the claims of an access token: those of the user, then of scopes, then of the client, then typed ones. */
final class AccessClaims {
    private AccessClaims() {}

    /**
     * The claims beside {@code iss}, {@code exp} and {@code jti}.
     *
     * @param defaultAudience {@code mintmark.audience}
     * @param now the {@code iat}
     */
    static ObjectNode of(Authorization authorization, List<String> defaultAudience, Instant now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        ObjectNode user = authorization.user().claims();
        ClaimNames.AUTHORITY.stream().filter(user::has).forEach(name -> claims.set(name, user.get(name)));
        // RFC 9068 section 2.2.1: resource servers that step up (RFC 9470) read it beside auth_time.
        authorization.requested().acrOf(authorization.user()).ifPresent(acr -> claims.put(ClaimsParameter.ACR, acr));
        ClaimTemplates templates = new ClaimTemplates(authorization);
        rules(authorization).forEach(rule -> templates.putAll(rule.accessClaims(), claims));
        templates.putAll(authorization.client().accessClaims(), claims);
        claims.setAll(authorization.typed());
        claims.remove(ClaimNames.PROTOCOL);
        claims.put("sub", authorization.user().subject());
        putAudience(claims, audience(authorization, defaultAudience));
        claims.put("client_id", authorization.client().id());
        claims.put("iat", now.getEpochSecond());
        if (!authorization.scope().isEmpty()) {
            claims.put("scope", String.join(" ", authorization.scope()));
        }
        authorization.authTime().ifPresent(time -> claims.put("auth_time", time.getEpochSecond()));
        Set<String> userinfo = userinfo(authorization);
        if (!userinfo.isEmpty()) {
            userinfo.forEach(claims.putArray(ClaimNames.USERINFO)::add);
        }
        return claims;
    }

    private static Set<String> userinfo(Authorization authorization) {
        Set<String> names = new LinkedHashSet<>(authorization.requested().userinfo());
        authorization.typed().properties().stream().map(Map.Entry::getKey).forEach(names::add);
        names.removeAll(ClaimNames.PROTOCOL);
        return names;
    }

    private static List<ScopeRule> rules(Authorization authorization) {
        return authorization.scope().stream()
                .flatMap(scope ->
                        Optional.ofNullable(authorization.config().scopes().get(scope)).stream())
                .toList();
    }

    private static List<String> audience(Authorization authorization, List<String> byDefault) {
        if (!authorization.audience().isEmpty()) {
            return authorization.audience();
        }
        Set<String> audience = new LinkedHashSet<>(authorization.client().audience());
        rules(authorization).forEach(rule -> rule.audience().ifPresent(audience::add));
        if (audience.isEmpty()) {
            audience.addAll(byDefault);
        }
        return audience.isEmpty() ? List.of(authorization.client().id()) : new ArrayList<>(audience);
    }

    private static void putAudience(ObjectNode claims, List<String> audience) {
        if (audience.size() == 1) {
            claims.put("aud", audience.get(0));
            return;
        }
        audience.forEach(claims.putArray("aud")::add);
    }
}
