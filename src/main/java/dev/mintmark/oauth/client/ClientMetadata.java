package dev.mintmark.oauth.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a client registers of itself (RFC 7591 section 2).
 *
 * @param redirectUris of authorization requests
 * @param postLogoutRedirectUris of logout requests
 * @param method {@code token_endpoint_auth_method}
 * @param grants {@code grant_types}
 * @param scope the scopes it may have, separated by spaces; empty for all
 * @param name {@code client_name}
 * @param jwks the public keys of its assertions
 */
record ClientMetadata(
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        String method,
        List<String> grants,
        Optional<String> scope,
        Optional<String> name,
        Optional<JsonNode> jwks) {
    static final String AUTHORIZATION_CODE = "authorization_code";
    static final String NONE = "none";
    static final String PRIVATE_KEY_JWT = "private_key_jwt";

    ClientMetadata {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        grants = List.copyOf(grants);
    }

    boolean hasSecret() {
        return method.startsWith("client_secret_");
    }

    /** The members by their registered names, those alone that have a value. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        name.ifPresent(text -> json.put("client_name", text));
        putTexts(json, "redirect_uris", redirectUris);
        putTexts(json, "post_logout_redirect_uris", postLogoutRedirectUris);
        json.put("token_endpoint_auth_method", method);
        putTexts(json, "grant_types", grants);
        scope.ifPresent(text -> json.put("scope", text));
        jwks.ifPresent(keys -> json.set("jwks", keys));
        return json;
    }

    private static void putTexts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.forEach(array::add);
        }
    }

    /** Reads what {@link #toJson()} wrote. */
    static ClientMetadata ofJson(ObjectNode json) {
        return new ClientMetadata(
                texts(json, "redirect_uris"),
                texts(json, "post_logout_redirect_uris"),
                json.path("token_endpoint_auth_method").asText(),
                texts(json, "grant_types"),
                Optional.ofNullable(json.get("scope")).map(JsonNode::asText),
                Optional.ofNullable(json.get("client_name")).map(JsonNode::asText),
                Optional.ofNullable(json.get("jwks")));
    }

    private static List<String> texts(ObjectNode json, String name) {
        return json.path(name).valueStream().map(JsonNode::asText).toList();
    }
}
