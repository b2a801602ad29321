package dev.mintmark.oauth.client;

import dev.mintmark.jose.json.Utf8;
import dev.mintmark.oauth.OAuthError;
import dev.mintmark.oauth.OAuthException;
import dev.mintmark.oauth.Parameters;
import java.util.Base64;
import java.util.Optional;

/**
 * The user name and password of HTTP Basic authentication, as they were sent.
 *
 * @param id the part before the first colon
 * @param secret the part after it
 */
record ClientCredentials(String id, String secret) {
    private static final String SCHEME = "Basic ";

    /**
     * Reads the header {@code Authorization}.
     *
     * @return empty if it is absent
     * @throws OAuthException {@code invalid_client} for another scheme or broken base64
     */
    static Optional<ClientCredentials> read(Optional<String> authorization) {
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        String header = authorization.get();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new OAuthException(
                    OAuthError.INVALID_CLIENT, "Client authentication by the header Authorization is Basic");
        }
        return Optional.of(decode(header.substring(SCHEME.length()).strip()));
    }

    private static ClientCredentials decode(String base64) {
        try {
            String pair = Utf8.decode(Base64.getDecoder().decode(base64)).orElse("");
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1));
            }
        } catch (IllegalArgumentException e) {
            // Answered below.
        }
        throw new OAuthException(OAuthError.INVALID_CLIENT, "The Basic credentials are not base64 of client_id:secret");
    }

    /** The same as RFC 6749 section 2.3.1 encodes them; empty if they are not percent-encoded. */
    Optional<ClientCredentials> decoded() {
        try {
            return Optional.of(new ClientCredentials(Parameters.decode(id), Parameters.decode(secret)));
        } catch (OAuthException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials[redacted]";
    }
}
