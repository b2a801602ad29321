package dev.mintmark.oauth.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.JwkSet;
import dev.mintmark.jose.KeyRejectedException;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.RedirectUris;
import dev.mintmark.oauth.Scopes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the metadata that a client registers. Unknown members are ignored (RFC 7591 section 2). */
final class ClientMetadataReader {
    private static final int MAX_URIS = 8;
    private static final int MAX_NAME = 128;
    private static final Set<String> METHODS =
            Set.of("client_secret_basic", "client_secret_post", ClientMetadata.PRIVATE_KEY_JWT, ClientMetadata.NONE);

    /** To ignore these would mean to fetch something, or to promise what is not done. */
    private static final List<String> UNSUPPORTED = List.of(
            "jwks_uri",
            "software_statement",
            "sector_identifier_uri",
            "id_token_encrypted_response_alg",
            "userinfo_signed_response_alg",
            "userinfo_encrypted_response_alg");

    private final List<String> grantTypes;

    /** @param grantTypes those that the token endpoint serves */
    ClientMetadataReader(List<String> grantTypes) {
        this.grantTypes = List.copyOf(grantTypes);
    }

    /**
     * Reads and checks metadata.
     *
     * @throws OAuthException {@code invalid_redirect_uri} or {@code invalid_client_metadata}
     */
    ClientMetadata read(ObjectNode json) {
        UNSUPPORTED.stream().filter(json::hasNonNull).findFirst().ifPresent(name -> {
            throw invalid("The member " + name + " is not supported");
        });
        if (json.hasNonNull("subject_type") && !text(json, "subject_type").equals(Optional.of("public"))) {
            throw invalid("The subject_type is not public");
        }
        String method = text(json, "token_endpoint_auth_method").orElse("client_secret_basic");
        List<String> grants = grants(json);
        ClientMetadata metadata = new ClientMetadata(
                uris(json, "redirect_uris"),
                uris(json, "post_logout_redirect_uris"),
                method,
                grants,
                scope(json),
                text(json, "client_name").filter(name -> !name.isBlank()),
                jwks(json));
        check(metadata);
        return metadata;
    }

    private static void check(ClientMetadata metadata) {
        boolean hasCode = metadata.grants().contains(ClientMetadata.AUTHORIZATION_CODE);
        if (!METHODS.contains(metadata.method())) {
            throw invalid("The token_endpoint_auth_method is not client_secret_basic, client_secret_post,"
                    + " private_key_jwt or none");
        }
        if (hasCode && metadata.redirectUris().isEmpty()) {
            throw new OAuthException(
                    OAuthError.INVALID_REDIRECT_URI, "The grant authorization_code needs redirect_uris");
        }
        if (metadata.method().equals(ClientMetadata.NONE) && metadata.grants().contains("client_credentials")) {
            throw invalid("The grant client_credentials needs client authentication");
        }
        if (metadata.method().equals(ClientMetadata.PRIVATE_KEY_JWT)
                && metadata.jwks().isEmpty()) {
            throw invalid("The method private_key_jwt needs jwks");
        }
        if (metadata.name().filter(name -> name.length() > MAX_NAME).isPresent()) {
            throw invalid("The client_name is longer than 128 characters");
        }
    }

    private List<String> grants(ObjectNode json) {
        List<String> asked = texts(json, "grant_types", OAuthError.INVALID_CLIENT_METADATA);
        List<String> grants = asked.isEmpty() ? List.of(ClientMetadata.AUTHORIZATION_CODE) : asked;
        if (!grantTypes.containsAll(grants)) {
            throw invalid("The grant_types are not among " + String.join(", ", grantTypes));
        }
        List<String> responses = texts(json, "response_types", OAuthError.INVALID_CLIENT_METADATA);
        boolean hasCode = grants.contains(ClientMetadata.AUTHORIZATION_CODE);
        if (!responses.isEmpty() && !(hasCode && responses.equals(List.of("code")))) {
            throw invalid("The response_types are code with the grant authorization_code, and none without it");
        }
        return grants;
    }

    private static List<String> uris(ObjectNode json, String name) {
        List<String> uris = texts(json, name, OAuthError.INVALID_REDIRECT_URI);
        if (uris.size() > MAX_URIS) {
            throw new OAuthException(OAuthError.INVALID_REDIRECT_URI, "There are more than 8 " + name);
        }
        for (String uri : uris) {
            try {
                RedirectUris.parse(name, uri);
            } catch (OAuthException e) {
                throw new OAuthException(OAuthError.INVALID_REDIRECT_URI, e.description());
            }
        }
        return uris;
    }

    private static Optional<String> scope(ObjectNode json) {
        Optional<String> scope = text(json, "scope").filter(text -> !text.isBlank());
        try {
            return scope.map(text -> String.join(" ", Scopes.parse(Optional.of(text))));
        } catch (OAuthException e) {
            throw invalid(e.description());
        }
    }

    private static Optional<JsonNode> jwks(ObjectNode json) {
        if (!json.hasNonNull("jwks")) {
            return Optional.empty();
        }
        try {
            JwkSet keys = JwkSet.read(json.path("jwks"));
            boolean isPublic = keys.keys().stream().noneMatch(key -> key.isSecret() || key.isPrivate());
            if (!keys.keys().isEmpty() && keys.rejected().isEmpty() && isPublic) {
                return Optional.of(json.path("jwks"));
            }
        } catch (KeyRejectedException e) {
            // Answered below.
        }
        throw invalid("The jwks is not a JWK Set of public keys");
    }

    private static Optional<String> text(ObjectNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().chars().anyMatch(Character::isISOControl)) {
            throw invalid("The member " + name + " is not a string without control characters");
        }
        return Optional.of(value.textValue());
    }

    /** Each value once; an absent member has none. */
    private static List<String> texts(ObjectNode json, String name, OAuthError error) {
        JsonNode value = json.path(name);
        boolean isAbsent = value.isMissingNode() || value.isNull();
        if (!isAbsent && !(value.isArray() && value.valueStream().allMatch(JsonNode::isTextual))) {
            throw new OAuthException(error, "The member " + name + " is not an array of strings");
        }
        Set<String> texts = new LinkedHashSet<>();
        value.forEach(text -> texts.add(text.textValue()));
        return List.copyOf(texts);
    }

    private static OAuthException invalid(String description) {
        return new OAuthException(OAuthError.INVALID_CLIENT_METADATA, description);
    }
}
