package dev.mintmark.oauth.client;

import dev.mintmark.oauth.config.Client;

/**
 * A client that has authenticated, or a public client that has named itself.
 *
 * @param client the client
 * @param method how, as in {@code token_endpoint_auth_methods_supported}
 */
public record AuthenticatedClient(Client client, Method method) {
    /** The methods of client authentication. */
    public enum Method {
        NONE,
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST,
        PRIVATE_KEY_JWT
    }
}
