package dev.mintmark.http.gateway;

import dev.mintmark.http.oauth.OAuthRequests;
import dev.mintmark.oauth.IssuerName;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code GET /oauth2/forward-auth}: forward authentication with the tokens of the root issuer. */
@Path("/oauth2/forward-auth")
public class ForwardAuthResource {
    private final OAuthRequests requests;
    private final ForwardAuthEndpoint endpoint;

    ForwardAuthResource(OAuthRequests requests, ForwardAuthEndpoint endpoint) {
        this.requests = requests;
        this.endpoint = endpoint;
    }

    @GET
    public Response check(@Context RoutingContext routing) {
        return ForwardAuthResponse.of(endpoint, requests.issuer(IssuerName.ROOT, routing.request()), routing.request());
    }
}
