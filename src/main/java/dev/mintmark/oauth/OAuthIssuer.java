package dev.mintmark.oauth;

import dev.mintmark.tokens.Issuer;
import java.util.Set;

/**
 * An issuer as one request sees it.
 *
 * @param name its name in the URL
 * @param issuer the {@code iss} of the tokens that this request is given
 * @param accepted every {@code iss} that its tokens may have; more than one where each origin has its own
 * @param canonicalBase the base URL for browsers, without a trailing slash
 * @param base the base URL for other programs: the same, or at the origin at which the request arrived
 */
public record OAuthIssuer(IssuerName name, Issuer issuer, Set<String> accepted, String canonicalBase, String base) {
    public OAuthIssuer {
        accepted = Set.copyOf(accepted);
    }

    /** The URL of an endpoint that browsers visit, for example {@code authorize}. */
    public String browserUrl(String endpoint) {
        return canonicalBase + name.endpointPath() + '/' + endpoint;
    }

    /** The URL of an endpoint that programs call, for example {@code token}. */
    public String backendUrl(String endpoint) {
        return base + name.endpointPath() + '/' + endpoint;
    }

    /** The URL of the JWK Set. The root issuer's is that of the service. */
    public String jwksUrl() {
        return name.isRoot() ? base + "/keys/jwks" : backendUrl("jwks");
    }
}
