package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.OAuthIssuer;
import dev.mintmark.oauth.config.Client;
import dev.mintmark.oauth.config.OAuthConfig;
import dev.mintmark.oauth.config.RequestRule;
import dev.mintmark.oauth.config.User;
import dev.mintmark.oauth.ticket.LoginEffects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What tokens are issued for.
 *
 * @param issuer issues them
 * @param config at the moment of the request
 * @param client gets them
 * @param user the resource owner; for client credentials the client itself, of whom nothing is known
 * @param scope the granted scope
 * @param audience the recipients that the client asks for; empty for the usual ones
 * @param typed claims that were typed on the login page
 * @param authTime when the user signed in; empty for client credentials
 * @param nonce for the ID token
 * @param requested the claims that the request names
 * @param family the {@code sid} of the tokens
 * @param effects what a ticket changes
 * @param rule what the file says of such token requests
 */
record Authorization(
        OAuthIssuer issuer,
        OAuthConfig config,
        Client client,
        User user,
        List<String> scope,
        List<String> audience,
        ObjectNode typed,
        Optional<Instant> authTime,
        Optional<String> nonce,
        ClaimsParameter requested,
        String family,
        LoginEffects effects,
        RequestRule rule) {
    static ObjectNode nothingTyped() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The same with claims over those of the user. */
    Authorization withTyped(ObjectNode claims) {
        return new Authorization(
                issuer, config, client, user, scope, audience, claims, authTime, nonce, requested, family, effects,
                rule);
    }

    /** The same by the rule of the file that fits the request: its subject, audience and claims over all others. */
    Authorization ruled(GrantRequest request) {
        RequestRule found = config.rule(issuer.name()).requests().stream()
                .filter(each -> each.fits(request::parameter))
                .findFirst()
                .orElse(RequestRule.NONE);
        if (found.equals(RequestRule.NONE)) {
            return this;
        }
        ClaimTemplates templates = new ClaimTemplates(this, request::parameter);
        ObjectNode claims = typed.deepCopy();
        templates.putAll(found.claims(), claims);
        return new Authorization(
                issuer,
                config,
                client,
                found.subject().map(templates::text).map(config::bySubject).orElse(user),
                scope,
                found.audience().isEmpty()
                        ? audience
                        : found.audience().stream().map(templates::text).toList(),
                claims,
                authTime,
                nonce,
                requested,
                family,
                effects,
                found);
    }

    boolean isOpenId() {
        return scope.contains("openid") && authTime.isPresent();
    }

    boolean wantsRefreshToken() {
        return switch (client.refresh()) {
            case ALWAYS -> true;
            case OFFLINE_ACCESS -> scope.contains("offline_access");
            case NEVER -> false;
        };
    }
}
