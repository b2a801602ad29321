package dev.mintmark.oauth.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.json.StrictJson;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.OAuthIssuer;
import java.time.Clock;
import java.util.List;

/**
 * The client registration endpoint (RFC 7591): seals the metadata of a client into its {@code client_id}, and stores
 * nothing. The secret is an HMAC of the id.
 */
public final class ClientRegistration {
    private final Clients clients;
    private final ClientMetadataReader reader;
    private final Clock clock;
    private final boolean isGuarded;

    /**
     * Composes the endpoint.
     *
     * @param grantTypes those that the token endpoint serves
     * @param isGuarded whether a registration needs an API key
     */
    public ClientRegistration(Clients clients, List<String> grantTypes, Clock clock, boolean isGuarded) {
        this.clients = clients;
        this.reader = new ClientMetadataReader(grantTypes);
        this.clock = clock;
        this.isGuarded = isGuarded;
    }

    /**
     * Registers a client.
     *
     * @param body the metadata, as JSON
     * @param hasApiKey whether the request has an API key of the service
     * @return the client information response (RFC 7591 section 3.2.1)
     * @throws OAuthException {@code invalid_redirect_uri}, {@code invalid_client_metadata}, or {@code invalid_token} without a
     *     needed API key
     */
    public ObjectNode register(OAuthIssuer issuer, byte[] body, boolean hasApiKey) {
        if (isGuarded && !hasApiKey) {
            throw new OAuthException(
                    OAuthError.INVALID_TOKEN,
                    "A registration needs an API key of the service, as Authorization: Bearer or X-Api-Key");
        }
        ClientMetadata metadata = reader.read(json(body));
        String id = clients.seal(issuer.name(), metadata);
        if (id.length() > Clients.MAX_ID) {
            throw new OAuthException(
                    OAuthError.INVALID_CLIENT_METADATA,
                    "The client_id, which holds the metadata, would be longer than 1024 characters; register less");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("client_id", id);
        answer.put("client_id_issued_at", clock.instant().getEpochSecond());
        if (metadata.hasSecret()) {
            answer.put("client_secret", clients.secretOf(id));
            answer.put("client_secret_expires_at", 0);
        }
        answer.setAll(metadata.toJson());
        if (metadata.grants().contains(ClientMetadata.AUTHORIZATION_CODE)) {
            answer.putArray("response_types").add("code");
        }
        return answer;
    }

    private static ObjectNode json(byte[] body) {
        try {
            return StrictJson.object(body);
        } catch (IllegalArgumentException e) {
            throw new OAuthException(OAuthError.INVALID_CLIENT_METADATA, "The body " + e.getMessage());
        }
    }
}
