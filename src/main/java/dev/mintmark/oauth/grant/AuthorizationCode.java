package dev.mintmark.oauth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.oauth.ticket.LoginEffects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an authorization code stands for. The code itself is this, sealed: no replica stores it.
 *
 * @param id names its one redemption
 * @param issuer the {@code iss} of the tokens
 * @param clientId the client that may redeem it
 * @param redirectUri to which it was sent
 * @param subject the {@code sub}
 * @param typed claims that were typed on the login page
 * @param scope the granted scope
 * @param resource the requested recipients
 * @param nonce for the ID token
 * @param challenge the S256 code challenge (RFC 7636)
 * @param authTime when the user signed in
 * @param family the {@code sid} of its tokens
 * @param claims the claims that the request names
 * @param effects what a ticket changes
 */
public record AuthorizationCode(
        String id,
        String issuer,
        String clientId,
        String redirectUri,
        String subject,
        ObjectNode typed,
        List<String> scope,
        List<String> resource,
        Optional<String> nonce,
        Optional<String> challenge,
        Instant authTime,
        String family,
        ClaimsParameter claims,
        LoginEffects effects) {
    public AuthorizationCode {
        scope = List.copyOf(scope);
        resource = List.copyOf(resource);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("jti", id)
                .put("iss", issuer)
                .put("client", clientId)
                .put("redirect", redirectUri)
                .put("sub", subject)
                .put("auth_time", authTime.getEpochSecond())
                .put("sid", family);
        json.set("typed", typed);
        scope.forEach(json.putArray("scope")::add);
        resource.forEach(json.putArray("resource")::add);
        nonce.ifPresent(value -> json.put("nonce", value));
        challenge.ifPresent(value -> json.put("challenge", value));
        claims.toJson(json.putObject("claims"));
        json.set("effects", effects.toJson());
        return json;
    }

    static AuthorizationCode ofJson(ObjectNode json) {
        return new AuthorizationCode(
                json.path("jti").asText(),
                json.path("iss").asText(),
                json.path("client").asText(),
                json.path("redirect").asText(),
                json.path("sub").asText(),
                json.withObject("/typed"),
                ClaimsParameter.texts(json.path("scope")),
                ClaimsParameter.texts(json.path("resource")),
                text(json.path("nonce")),
                text(json.path("challenge")),
                Instant.ofEpochSecond(json.path("auth_time").asLong()),
                json.path("sid").asText(),
                ClaimsParameter.ofJson(json.path("claims")),
                LoginEffects.ofJson(json.path("effects")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "AuthorizationCode[redacted]";
    }
}
